package dev.ebb.ledger;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What is known of one customer at the close of a day: the closed tiles as far back as the ring
 * reaches, 13 calendar months, and the last activity. Days are epoch days in the operator's zone;
 * ranges are inclusive. A day outside the ring is unknown.
 */
public interface History {

  /** The newest closed day. */
  int lastDay();

  /** How many days the ring holds. */
  int depth();

  /**
   * The same as it stood at the close of the last day with any sign of life: an own action, being
   * reached or, without a usage feed, spend. So the rhythm of somebody who has fallen silent stays
   * known, however long ago that was. Months and last days are those of now.
   */
  default History untilLastLife() {
    return this;
  }

  /**
   * How the feed arrives for this customer: {@link Spread#NONE} for events (days are judged daily),
   * else the period of its records (judged at a period's close only).
   */
  Spread grain(Feed feed);

  /** The first day on which this feed was ever seen for this customer, or null if it never was. */
  Integer firstDay(Feed feed);

  /**
   * Whether the feed covered this day: unknown is not zero. For events every day from the feed's
   * first day on is known, for period records the days of the periods received.
   */
  boolean isKnown(Feed feed, int day);

  /** Number of known days in the range. */
  int knownDays(Feed feed, int fromDay, int toDay);

  /** The day's sum; 0 where unknown. */
  long value(Measure measure, int day);

  /** The sum over the range, unknown days counting as 0. */
  long sum(Measure measure, int fromDay, int toDay);

  /** Whether the customer called, sent, surfed or topped up themselves on this day. */
  boolean isActive(int day);

  /** Number of active days in the range. */
  int activeDays(int fromDay, int toDay);

  /**
   * The last day with an own action, also where it lies beyond the ring; null if there never was
   * one.
   */
  Integer lastActiveDay();

  /**
   * The last day with a top-up, also where it lies beyond the ring; null if there never was one.
   */
  Integer lastTopupDay();

  /** Number of days in the range on which the customer was only seen outside the home region. */
  default int daysAway(int fromDay, int toDay) {
    return 0;
  }

  /** Number of days in the range on which the customer was seen in the home region. */
  default int daysAtHome(int fromDay, int toDay) {
    return 0;
  }

  /**
   * How many different people the customer talked with, estimated with a standard error of 5 % up
   * to 100 people; 0 where no peers are known. Kept for 56 days.
   */
  default double people(int fromDay, int toDay) {
    return 0;
  }

  /** Those among whom the closest are, in no order that means anything. */
  default LongStream acquaintances() {
    return closest().stream().mapToLong(Closeness::person);
  }

  /** With whom the customer talked on most of the last 56 days, the closest first; at most 8. */
  default List<Closeness> closest() {
    return List.of();
  }

  /**
   * The name under which a circle knows a person.
   *
   * @param peer as in {@link dev.ebb.event.Event#peer}
   */
  static long person(long peer) {
    return People.identity(peer);
  }

  /**
   * The sum of a calendar month.
   *
   * @param month proleptic month, {@code year * 12 + monthOfYear - 1}; the current one and the 12
   *     before it are kept
   */
  long month(Measure measure, int month);

  /** Number of days of the month that the feed covered. */
  int monthKnownDays(Feed feed, int month);
}
