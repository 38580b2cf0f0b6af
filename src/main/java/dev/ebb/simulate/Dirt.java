package dev.ebb.simulate;

import java.time.Duration;

/**
 * What goes wrong on the way of usage and spend. Shares are of the valid records, each drawn on its
 * own; care events and profiles arrive once and in order.
 *
 * @param duplicates share sent a second time within {@link #REPEAT_WITHIN}, 0 to 0.5
 * @param disordered share that is held up for up to {@code disorderMax}, 0 to 1
 * @param disorderMax longest hold-up of a record that is not late, 0 s to 1 h
 * @param late share that comes {@code lateMin} to {@code lateMax} after the fact, 0 to 0.5
 * @param lateMin 1 h to 60 d
 * @param lateMax {@code lateMin} to 60 d
 * @param broken share next to which an unreadable record is sent, 0 to 0.5; it stands for no event
 */
public record Dirt(
    double duplicates,
    double disordered,
    Duration disorderMax,
    double late,
    Duration lateMin,
    Duration lateMax,
    double broken) {

  private static final Duration LATEST = Duration.ofDays(60);

  /** A repeated record follows the first within this time. */
  public static final Duration REPEAT_WITHIN = Duration.ofMinutes(10);

  /** Every record once, at the second it happened. */
  public static final Dirt NONE =
      new Dirt(0, 0, Duration.ZERO, 0, Duration.ofHours(3), Duration.ofDays(3), 0);

  /** 0.5 % duplicates, 20 % up to 20 s out of order, 0.2 % late by 3 h to 3 d, 0.1 % broken. */
  public static final Dirt USUAL =
      new Dirt(
          0.005,
          0.2,
          Duration.ofSeconds(20),
          0.002,
          Duration.ofHours(3),
          Duration.ofDays(3),
          0.001);

  public Dirt {
    Bounds.share("duplicates", duplicates, 0.5);
    Bounds.share("disordered", disordered, 1);
    Bounds.span("disorderMax", disorderMax, Duration.ZERO, Duration.ofHours(1));
    Bounds.share("late", late, 0.5);
    Bounds.span("lateMin", lateMin, Duration.ofHours(1), LATEST);
    Bounds.span("lateMax", lateMax, lateMin, LATEST);
    Bounds.share("broken", broken, 0.5);
  }
}
