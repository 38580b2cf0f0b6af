package dev.ebb.signal;

import dev.ebb.ledger.Days;
import dev.ebb.ledger.History;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A customer's own rhythm of doing something, and the gap since they did it last. The rhythm is
 * that of the days before the last sign of life, so that being silent does not wear it away, and
 * the months before tell of gaps too long for those days. Days that do not count (unknown, or down
 * for everybody) lengthen no gap.
 *
 * @param gapDays from the last time to the judged day
 * @param usualGapDays the 90 % quantile, by nearest rank, of the gaps: of fewer than ten gaps the
 *     longest; 0 where there is none
 */
record Habit(int gapDays, int usualGapDays) {
  /** Calendar months kept before the current one. */
  static final int MONTHS = 12;

  /** A month may stand for any of its days, so that a shorter gap between two proves nothing. */
  private static final int LONGEST_MONTH = 31;

  /**
   * @param then the history as it stood at the last sign of life
   * @param lastDay the last day on which it was done
   * @param done whether it was done on a day before the last sign of life
   * @param counts whether a day counts
   * @param doneInMonth whether it was done in a calendar month
   */
  static Habit of(
      Subject subject,
      History then,
      int lastDay,
      IntPredicate done,
      IntPredicate counts,
      IntPredicate doneInMonth) {
    int start = then.lastDay() - then.depth() + 1;
    int[] gaps = new int[then.depth() + MONTHS];
    int count = 0;
    int gap = 0;
    int first = start - 1;
    for (int day = start; day <= then.lastDay(); day++) {
      gap += counts.test(day) ? 1 : 0;
      if (done.test(day)) {
        if (first >= start) {
          gaps[count++] = Math.max(1, gap);
        }
        first = first >= start ? first : day;
        gap = 0;
      }
    }
    gap += first >= start ? 0 : Math.max(0, start - 1 - lastDay);
    int today = subject.day();
    for (int day = then.lastDay() + 1; day <= today; day++) {
      gap += day <= today - then.depth() || counts.test(day) ? 1 : 0;
    }
    count = addLongGaps(gaps, count, today, start, first, doneInMonth);
    return new Habit(lastDay >= today ? 0 : gap, quantile90(gaps, count));
  }

  /** Adds the gaps of more than a month before a day; returns how many there are now. */
  private static int addLongGaps(
      int[] gaps, int count, int today, int start, int firstDone, IntPredicate doneInMonth) {
    int added = count;
    int before = Integer.MAX_VALUE;
    for (int month = Days.monthOf(today) - MONTHS; month <= Days.monthOf(start); month++) {
      if (doneInMonth.test(month)) {
        Period period = Period.ofMonth(month);
        int middle = Math.min(period.firstDay() + period.days() / 2, start - 1);
        if (middle - before > LONGEST_MONTH) {
          gaps[added++] = middle - before;
        }
        before = middle;
      }
    }
    if (firstDone >= start && firstDone - before > LONGEST_MONTH) {
      gaps[added++] = firstDone - before;
    }
    return added;
  }

  private static int quantile90(int[] gaps, int count) {
    if (count == 0) {
      return 0;
    }
    Arrays.sort(gaps, 0, count);
    return gaps[(int) Math.ceil(0.9 * count) - 1];
  }

  /** The same of who did it in several months: where no gap is known, none was longer than one. */
  Habit orMonthly() {
    return usualGapDays > 0 ? this : new Habit(gapDays, LONGEST_MONTH);
  }

  /** Of a gap so many times the limit. */
  static double strength(double limits) {
    return limits <= 1 ? Reading.THRESHOLD * limits * limits : 1 - Reading.THRESHOLD / limits;
  }

  /** The gap at which the strength is 0.5. */
  double limit(int minimumDays, double factor) {
    return Math.max(minimumDays, factor * usualGapDays);
  }

  /**
   * Grows with the gap to 0.5 at the limit, and from there on towards 1 without ever reaching it:
   * 0.75 at twice the limit. So a longer silence always ranks above a shorter one.
   */
  Reading reading(double limit, boolean historyIsLong, int historyDays) {
    boolean mature = historyIsLong && (usualGapDays > 0 || gapDays >= historyDays);
    return new Evidence()
        .number("gapDays", gapDays)
        .number("ownGapDays", usualGapDays)
        .number("limitDays", limit)
        .reading(strength(gapDays / limit), mature);
  }
}
