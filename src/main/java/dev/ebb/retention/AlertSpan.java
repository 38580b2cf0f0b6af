package dev.ebb.retention;

import java.util.OptionalLong;

/**
 * When alerts about a customer that hang together were given out, epoch milliseconds.
 *
 * @param first of these alerts
 * @param last of these alerts
 */
public record AlertSpan(long first, long last) {
  private static final long DAY_MILLIS = 86_400_000;

  /** Later than this after the last alert an exit, or another alert, has nothing to do with it. */
  private static final long COUNTS_MILLIS = 90 * DAY_MILLIS;

  /** One more alert after those that are known, which may be null. */
  public static AlertSpan with(AlertSpan known, long at) {
    boolean anew = known == null || at > known.endsAt();
    return anew ? new AlertSpan(at, at) : new AlertSpan(known.first, Math.max(known.last, at));
  }

  /** Whole days from the first alert to an exit; empty where they do not hang together. */
  public OptionalLong leadDays(long goneAt) {
    return goneAt > endsAt()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, goneAt - first) / DAY_MILLIS);
  }

  /** Until when an exit counts, epoch milliseconds. */
  public long endsAt() {
    return last + COUNTS_MILLIS;
  }
}
