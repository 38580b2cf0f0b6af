package dev.ebb.desk.store;

import java.time.LocalTime;

/** A part of the day in which people are at home, or at work, or out. */
public enum DayPart {
  MORNING(8),
  AFTERNOON(12),
  EVENING(18);

  private static final int NIGHT = 22;

  private final int from;

  DayPart(int from) {
    this.from = from;
  }

  /** The part of this time; the small hours count as morning, and late ones as evening. */
  public static DayPart of(LocalTime time) {
    return time.getHour() < AFTERNOON.from
        ? MORNING
        : time.getHour() < EVENING.from ? AFTERNOON : EVENING;
  }

  /** Whether nobody sleeps at this time. */
  static boolean isDay(LocalTime time) {
    return time.getHour() >= MORNING.from && time.getHour() < NIGHT;
  }
}
