package dev.ebb.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param contenders in the order of their turns
 * @param events records in the topic, 1,000 to 1,000,000,000
 * @param customers 10 to 100,000,000; with the events it says how many days they span
 * @param rounds turns of each contender, 1 to 100
 * @param warmUpPercent of the events are read before anything is measured, 0 to 90
 * @param limit a contender that takes longer is measured up to there, 1 s to 1 d
 * @param recordings folder for a flight recording of each run, or null: none
 */
public record BenchSettings(
    List<Contender> contenders,
    long events,
    int customers,
    int rounds,
    int warmUpPercent,
    Duration limit,
    Path recordings) {

  /** A baseline of 28 days and the 7 days that are held against it. */
  public static final int DAYS_TO_FALL = Fallen.ALL_DAYS;

  public BenchSettings {
    contenders = List.copyOf(contenders);
    if (contenders.isEmpty()) {
      throw new IllegalArgumentException("contenders must name at least one but were none");
    }
    within("events", events, 1_000, 1_000_000_000);
    within("customers", customers, 10, 100_000_000);
    within("rounds", rounds, 1, 100);
    within("warm-up", warmUpPercent, 0, 90);
    if (limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("limit must be 1 s to 1 d but was " + limit);
    }
  }

  /** How many records are not measured. */
  long warmUp() {
    return events * warmUpPercent / 100;
  }

  /** How many days the events span: each customer has 20 a day. */
  public double days() {
    return (double) events / customers / Traffic.EVENTS_A_DAY;
  }

  /** Whether customers come to have a baseline, so that they can fall. */
  public boolean reachesBaseline() {
    return days() > DAYS_TO_FALL;
  }

  /**
   * How many customers fill so many days.
   *
   * @param days 1 to 1,000
   */
  public static int customersFor(long events, int days) {
    within("days", days, 1, 1_000);
    return Math.toIntExact(events / days / Traffic.EVENTS_A_DAY);
  }

  private static void within(String field, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s must be %,d to %,d but was %,d".formatted(field, min, max, value));
    }
  }
}
