package dev.ebb.ledger;

import dev.ebb.event.Spread;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;

/**
 * Calendar days of one time zone as epoch days, and their instants in epoch milliseconds. A day may
 * last 23 or 25 hours.
 */
public final class Days {

  private static final int RECENT = 256;
  private static final long FARTHEST = (1L << 30) * 86_400_000L;

  private record Span(int day, long start, long end) {}

  private final ZoneId zone;
  private final Span[] recent = new Span[RECENT];
  private Span current;

  public Days(ZoneId zone) {
    this.zone = zone;
    this.current = span(0);
  }

  /**
   * The day in which an instant lies; instants millions of years away count as the farthest day.
   */
  public int dayOf(long instant) {
    Span span = current;
    if (instant >= span.start && instant < span.end) {
      return span.day;
    }
    long near = Math.max(-FARTHEST, Math.min(FARTHEST, instant));
    int day = (int) Instant.ofEpochMilli(near).atZone(zone).toLocalDate().toEpochDay();
    current = span(day);
    return day;
  }

  /** The first instant of a day. */
  public long startOf(int day) {
    return span(day).start;
  }

  /** The first instant after a day. */
  public long endOf(int day) {
    return span(day).end;
  }

  /** The first day of the period in which a record of this day lies. Weeks start on that day. */
  public static int firstDay(Spread spread, int day) {
    return spread == Spread.MONTH
        ? (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay()
        : day;
  }

  /** The last day of the period that starts on this day. */
  public static int lastDay(Spread spread, int firstDay) {
    return switch (spread) {
      case NONE, DAY -> firstDay;
      case WEEK -> firstDay + 6;
      case MONTH -> firstDay + LocalDate.ofEpochDay(firstDay).lengthOfMonth() - 1;
    };
  }

  /** The proleptic month of a day: {@code year * 12 + monthOfYear - 1}. */
  public static int monthOf(int day) {
    return (int) ChronoField.PROLEPTIC_MONTH.getFrom(LocalDate.ofEpochDay(day));
  }

  /** The first day of a proleptic month. */
  public static int firstDayOfMonth(int month) {
    return (int)
        LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1).toEpochDay();
  }

  private Span span(int day) {
    int slot = day & (RECENT - 1);
    Span known = recent[slot];
    if (known == null || known.day != day) {
      known = new Span(day, start(day), start(day + 1));
      recent[slot] = known;
    }
    return known;
  }

  private long start(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
