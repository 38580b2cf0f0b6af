package dev.ebb.signal;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A customer's own rhythm of doing something, and the gap since they did it last. Days that do not
 * count (unknown, or down for everybody) lengthen no gap.
 *
 * @param gapDays from the last time to the judged day
 * @param usualGapDays the 90 % quantile, by nearest rank, of the gaps in the ring: of fewer than
 *     ten gaps the longest; 0 where there is none
 */
record Habit(int gapDays, int usualGapDays) {

  /**
   * @param lastDay the last day on which it was done, also before the ring
   * @param done whether it was done on a day of the ring
   * @param counts whether a day of the ring counts
   */
  static Habit of(Subject subject, int lastDay, IntPredicate done, IntPredicate counts) {
    int today = subject.day();
    int ringStart = today - subject.history().depth() + 1;
    int[] gaps = new int[subject.history().depth()];
    int count = 0;
    int gap = 0;
    boolean begun = false;
    for (int day = ringStart; day <= today; day++) {
      gap += counts.test(day) ? 1 : 0;
      if (done.test(day)) {
        if (begun) {
          gaps[count++] = Math.max(1, gap);
        }
        begun = true;
        gap = 0;
      }
    }
    int beforeRing = begun ? 0 : Math.max(0, ringStart - 1 - lastDay);
    return new Habit(lastDay >= today ? 0 : gap + beforeRing, quantile90(gaps, count));
  }

  private static int quantile90(int[] gaps, int count) {
    if (count == 0) {
      return 0;
    }
    Arrays.sort(gaps, 0, count);
    return gaps[(int) Math.ceil(0.9 * count) - 1];
  }

  private static double strength(double limits) {
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
