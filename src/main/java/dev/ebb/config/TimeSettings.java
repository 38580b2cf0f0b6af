package dev.ebb.config;

import java.time.Duration;

/**
 * How event time moves on.
 *
 * @param maxDisorder how far events of one partition may be out of order, 0 to 1 h
 * @param idleAfter a partition without records holds the others back this long, 1 s to 1 d
 * @param futureTolerance a timestamp this far after its record's Kafka timestamp is rejected, 0 to
 *     1 h
 * @param maxWatermarkStep a timestamp this far after the one before is not trusted, for sources
 *     without broker time, 1 to 400 days
 */
public record TimeSettings(
    Duration maxDisorder, Duration idleAfter, Duration futureTolerance, Duration maxWatermarkStep) {

  static final Duration HOUR = Duration.ofHours(1);
  static final Duration SHORTEST_IDLE = Duration.ofSeconds(1);
  static final Duration LONGEST_IDLE = Duration.ofDays(1);
  static final Duration SHORTEST_STEP = Duration.ofDays(1);
  static final Duration LONGEST_STEP = Duration.ofDays(400);

  /** The shipped values. */
  public static final TimeSettings DEFAULT =
      new TimeSettings(
          Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofDays(35));

  public TimeSettings {
    Checks.range("max-disorder", maxDisorder, Duration.ZERO, HOUR);
    Checks.range("idle-after", idleAfter, SHORTEST_IDLE, LONGEST_IDLE);
    Checks.range("future-tolerance", futureTolerance, Duration.ZERO, HOUR);
    Checks.range("max-watermark-step", maxWatermarkStep, SHORTEST_STEP, LONGEST_STEP);
  }

  static TimeSettings read(Section section) {
    Duration disorder = section.duration("max-disorder", DEFAULT.maxDisorder, Duration.ZERO, HOUR);
    Duration idle = section.duration("idle-after", DEFAULT.idleAfter, SHORTEST_IDLE, LONGEST_IDLE);
    Duration future =
        section.duration("future-tolerance", DEFAULT.futureTolerance, Duration.ZERO, HOUR);
    Duration step =
        section.duration(
            "max-watermark-step", DEFAULT.maxWatermarkStep, SHORTEST_STEP, LONGEST_STEP);
    return section.build(() -> new TimeSettings(disorder, idle, future, step));
  }
}
