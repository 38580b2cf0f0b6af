package dev.ebb.load;

/** What is timed. */
public enum Measure {
  QUEUE("queue, first page", 150),
  FILTERED("queue, filtered", 150),
  DEEP("queue, deep page", 150),
  SEARCH("search by words or digits", 150),
  NUMBER("search by whole number", 150),
  NEXT("next case", 0),
  CASE("case", 0),
  LEAD("lead's page", 300),
  RULES("rules", 300),
  TEAM("team", 300),
  DIGEST("digest of a week", 300),
  DEPARTED("departed", 300),
  CALLS("calls to the departed", 300),
  LIVE_QUEUE("queue, while screens are open", 150),
  LIVE_ROWS("changed rows, while screens are open", 0),
  UPDATE("update, from Kafka to a screen", 0);

  private final String title;
  private final long boundMillis;

  Measure(String title, long boundMillis) {
    this.title = title;
    this.boundMillis = boundMillis;
  }

  /** For programs, such as {@code live-queue}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** What 95 % are to stay below, or 0 where nothing is demanded. */
  public long boundMillis() {
    return boundMillis;
  }
}
