package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A customer's signs of life: own actions; of a line that never acts by itself, such as one that
 * only takes calls, being reached; of a customer without a usage feed, top-ups and spend.
 *
 * @param feed that carries them
 * @param measures that tell them besides own actions
 */
record Life(History history, Feed feed, List<Measure> measures) {
  private static final int MONTHS = 12;
  private static final List<Measure> RECEIVED = List.of(Measure.VOICE_IN, Measure.SMS_IN);

  static Life of(History history) {
    if (history.firstDay(Feed.USAGE) == null) {
      return new Life(history, Feed.SPEND, List.of(Measure.SPEND));
    }
    boolean acts = history.lastActiveDay() != null;
    return new Life(history, Feed.USAGE, acts ? List.of() : RECEIVED);
  }

  /** The same with being called or written to besides own actions. */
  static Life eitherWay(History history) {
    Life own = of(history);
    return own.feed == Feed.USAGE ? new Life(history, Feed.USAGE, RECEIVED) : own;
  }

  /** Whether a day of the ring shows one. */
  boolean isLively(int day) {
    return history.isActive(day)
        || measures.stream().anyMatch(measure -> history.value(measure, day) > 0);
  }

  /** Whether most days of a range show one. */
  boolean isLivelyOnMost(int fromDay, int toDay) {
    long lively = IntStream.rangeClosed(fromDay, toDay).filter(this::isLively).count();
    return 2 * lively > toDay - fromDay + 1;
  }

  /**
   * The last day with one, or null. Before the ring only months are kept: there it is the middle of
   * the last month with any.
   */
  Integer lastDay() {
    if (measures.isEmpty()) {
      return history.lastActiveDay();
    }
    int today = history.lastDay();
    int beforeRing = today - history.depth();
    for (int day = today; day > beforeRing; day--) {
      if (isLively(day)) {
        return day;
      }
    }
    Period newest = Period.lastMonth(today);
    for (int i = 0; i < MONTHS; i++) {
      Period month = newest.before(i);
      if (measures.stream().anyMatch(measure -> month.sum(history, measure) > 0)) {
        return later(Math.min(month.firstDay() + month.days() / 2, beforeRing));
      }
    }
    return history.lastActiveDay();
  }

  private int later(int day) {
    return history.lastActiveDay() == null ? day : Math.max(day, history.lastActiveDay());
  }
}
