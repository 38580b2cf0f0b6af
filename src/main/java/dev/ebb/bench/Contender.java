package dev.ebb.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who runs in a benchmark. */
public enum Contender {
  /** Kafka and JSON, and nothing else. */
  PARSE("parse", "reads and decodes; keeps nothing"),
  /** What any job with a state per customer pays at the least. */
  FLOOR(
      "floor", "one 64-byte value per customer, read and written with each event; decides nothing"),
  /** The complete job. */
  EBB(
      "ebb",
      "the whole job: duplicates removed, days closed, the shipped rules judged, alerts and key"
          + " figures written"),
  /** A Kafka Streams application. */
  KAFKA_STREAMS(
      "kafka-streams",
      "sums by day, falling outgoing calls and silence; no duplicates removed, no late data, no other"
          + " rules, no cases; reads topics that are partitioned by customer already"),
  /** A process function with a map per day. */
  MAP_PER_DAY(
      "map-per-day",
      "sums by day scanned with each event, falling outgoing calls and silence; no duplicates"
          + " removed, no other rules, no cases"),
  /** Flink SQL with OVER windows. */
  FLINK_SQL(
      "flink-sql",
      "falling outgoing calls by two OVER windows, each customer told once; no duplicates removed,"
          + " no silence, no other rules, no cases"),
  /** Flink's own sliding windows. */
  SLIDING_WINDOWS(
      "sliding-windows",
      "outgoing calls in windows of 28 days by a day, each against the one 28 days before; no"
          + " duplicates removed, no silence, no other rules, no cases");

  private final String label;
  private final String does;

  Contender(String label, String does) {
    this.label = label;
    this.does = does;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** What it does, and what it leaves out. */
  public String does() {
    return does;
  }

  /** The folder of its own libraries, or null if those of all suffice. */
  String libraries() {
    return this == KAFKA_STREAMS || this == FLINK_SQL ? label : null;
  }

  /**
   * Finds contenders by their names.
   *
   * @throws IllegalArgumentException naming those there are
   */
  public static List<Contender> parse(List<String> labels) {
    return labels.stream().map(Contender::parse).distinct().toList();
  }

  static Contender parse(String label) {
    return Arrays.stream(values())
        .filter(contender -> contender.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "contenders must be among %s but one was %s".formatted(labels(), label)));
  }

  private static String labels() {
    return Arrays.stream(values()).map(Contender::label).collect(Collectors.joining(", "));
  }
}
