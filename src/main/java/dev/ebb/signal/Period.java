package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;

/**
 * A whole calendar month, or a week as the feed cuts it.
 *
 * @param month proleptic month, or -1 for a week
 */
record Period(int firstDay, int lastDay, int month) {

  /** The newest month that ended on the judged day or before. */
  static Period lastMonth(int day) {
    LocalDate next = LocalDate.ofEpochDay(day + 1L);
    return ofMonth(next.getYear() * 12 + next.getMonthValue() - 2);
  }

  static Period ofMonth(int month) {
    LocalDate first = LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    int firstDay = (int) first.toEpochDay();
    return new Period(firstDay, firstDay + first.lengthOfMonth() - 1, month);
  }

  /** The newest week that ended on the judged day or before, weeks being counted from a day. */
  static Period lastWeek(int day, int countedFrom) {
    int last = day - Math.floorMod(day - countedFrom + 1, 7);
    return new Period(last - 6, last, -1);
  }

  Period before(int periods) {
    return month >= 0
        ? ofMonth(month - periods)
        : new Period(firstDay - 7 * periods, lastDay - 7 * periods, -1);
  }

  int days() {
    return lastDay - firstDay + 1;
  }

  boolean isKnown(History history, Feed feed) {
    int known =
        month >= 0
            ? history.monthKnownDays(feed, month)
            : history.knownDays(feed, firstDay, lastDay);
    return known == days();
  }

  long sum(History history, Measure measure) {
    return month >= 0 ? history.month(measure, month) : history.sum(measure, firstDay, lastDay);
  }
}
