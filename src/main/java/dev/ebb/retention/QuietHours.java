package dev.ebb.retention;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * When nobody may be disturbed, by the customer's own clock: from the first time up to, not with,
 * the second one, over midnight where the second one is the earlier. Twice the same time: never.
 */
public record QuietHours(LocalTime from, LocalTime to) implements Serializable {

  /** No hour is quiet. */
  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /**
   * Those of a customer who may have set either end; where they have not, these hold.
   *
   * @param ownFrom or null
   * @param ownTo or null
   */
  public QuietHours setTo(LocalTime ownFrom, LocalTime ownTo) {
    return new QuietHours(ownFrom == null ? from : ownFrom, ownTo == null ? to : ownTo);
  }

  /**
   * By which clock a customer's hours are told: that of their own zone, or the usual one where they
   * have none, or one that is unknown here.
   *
   * @param own name of the customer's zone, or null
   */
  public static ZoneId clock(String own, ZoneId usual) {
    if (own == null) {
      return usual;
    }
    try {
      return ZoneId.of(own);
    } catch (DateTimeException unknownHere) {
      return usual;
    }
  }

  /** The first instant, from this one on, that is not quiet; epoch milliseconds. */
  public long notBefore(long at, ZoneId zone) {
    long instant = at;
    while (isQuiet(instant, zone)) {
      instant = nextChance(to, instant, zone);
    }
    return instant;
  }

  /** The first instant from this one on that is quiet, epoch milliseconds; null: there is none. */
  Long nextAfter(long at, ZoneId zone) {
    if (from.equals(to)) {
      return null;
    }
    long instant = at;
    while (!isQuiet(instant, zone)) {
      instant = nextChance(from, instant, zone);
    }
    return instant;
  }

  private boolean isQuiet(long at, ZoneId zone) {
    LocalTime time = Instant.ofEpochMilli(at).atZone(zone).toLocalTime();
    return from.isAfter(to)
        ? !time.isBefore(from) || time.isBefore(to)
        : !time.isBefore(from) && time.isBefore(to);
  }

  /** When it may turn: at this time of the day, or where the clock is changed. */
  private static long nextChance(LocalTime time, long at, ZoneId zone) {
    LocalDate today = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    long next = next(time, today, at, zone);
    next = next > at ? next : next(time, today.plusDays(1), at, zone);
    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochMilli(at));
    return change == null ? next : Math.min(next, change.toEpochSecond() * 1_000);
  }

  /** Of a time that comes twice on this day the next one counts. */
  private static long next(LocalTime time, LocalDate day, long at, ZoneId zone) {
    ZonedDateTime next = day.atTime(time).atZone(zone);
    long first = next.toInstant().toEpochMilli();
    return first > at ? first : next.withLaterOffsetAtOverlap().toInstant().toEpochMilli();
  }
}
