package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.List;

/**
 * A customer's signs of life: own actions; of a line that never acts by itself, such as one that
 * only takes calls, being reached; of a customer without a usage feed, top-ups and spend.
 *
 * @param feed that carries them
 * @param measures that tell them besides own actions
 */
record Life(History history, Feed feed, List<Measure> measures) {
  private static final List<Measure> OWN_ACTIONS =
      List.of(Measure.VOICE_OUT, Measure.SMS_OUT, Measure.DATA, Measure.TOPUP);
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

  /** The same signs as they stood at the close of the last day with any. */
  Life untilLast() {
    return new Life(history.untilLastLife(), feed, measures);
  }

  /** Whether a day of the ring shows one. */
  boolean isLively(int day) {
    if (history.isActive(day)) {
      return true;
    }
    for (Measure measure : measures) {
      if (history.value(measure, day) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a month shows one. */
  boolean isLivelyMonth(int month) {
    return hasAny(OWN_ACTIONS, month) || hasAny(measures, month);
  }

  private boolean hasAny(List<Measure> some, int month) {
    for (Measure measure : some) {
      if (history.month(measure, month) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether most days of a range show one. */
  boolean isLivelyOnMost(int fromDay, int toDay) {
    int lively = 0;
    for (int day = fromDay; day <= toDay; day++) {
      lively += isLively(day) ? 1 : 0;
    }
    return 2 * lively > toDay - fromDay + 1;
  }

  /** The last day with one, or null. */
  Integer lastDay() {
    if (measures.isEmpty()) {
      return history.lastActiveDay();
    }
    History then = history.untilLastLife();
    Life lived = untilLast();
    for (int day = then.lastDay(); day > then.lastDay() - then.depth(); day--) {
      if (lived.isLively(day)) {
        return day;
      }
    }
    return history.lastActiveDay();
  }
}
