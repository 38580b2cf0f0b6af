package dev.ebb.retention;

import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.retention.CaseMessage.Series;
import java.util.Arrays;

/** The daily values that a case shows. */
final class RecentDays {
  private static final long UNKNOWN = -1;

  private RecentDays() {}

  static Series of(History history) {
    int from = from(history.lastDay());
    return new Series(
        values(history, Measure.VOICE_OUT, from), values(history, Measure.SPEND, from), from);
  }

  static Series unknown(int lastDay) {
    long[] unknown = new long[Series.DAYS];
    Arrays.fill(unknown, UNKNOWN);
    return new Series(unknown, unknown.clone(), from(lastDay));
  }

  /** A day of refunds shows as 0: less would read as unknown. */
  private static long[] values(History history, Measure measure, int from) {
    long[] values = new long[Series.DAYS];
    for (int i = 0; i < values.length; i++) {
      int day = from + i;
      values[i] =
          history.isKnown(measure.feed(), day) ? Math.max(0, history.value(measure, day)) : UNKNOWN;
    }
    return values;
  }

  private static int from(int lastDay) {
    return lastDay - Series.DAYS + 1;
  }
}
