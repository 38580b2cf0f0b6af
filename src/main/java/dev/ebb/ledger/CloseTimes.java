package dev.ebb.ledger;

/** When days are closed: after the grace, a margin, and a customer's own share of the spread. */
final class CloseTimes {

  /** The index of a day has at least this long to arrive before the first close that needs it. */
  private static final long MARGIN_MILLIS = 1_000;

  private final Days days;
  private final long graceMillis;
  private final long spreadMillis;

  CloseTimes(LedgerSettings settings, Days days) {
    this.days = days;
    this.graceMillis = settings.closeGrace().toMillis();
    this.spreadMillis = settings.closeSpread().toMillis();
  }

  /** When the base index of a day is complete: before any customer's close of that day. */
  long indexDueAt(int day) {
    return days.endOf(day) + graceMillis;
  }

  /** When the customer's day is closed. */
  long closeAt(String customerId, int day) {
    return days.endOf(day) + delay(customerId);
  }

  /** The first day that the customer's ledger still holds open at a watermark. */
  int firstOpen(String customerId, long watermark) {
    long delay = delay(customerId);
    return watermark < Long.MIN_VALUE + delay ? Integer.MIN_VALUE : days.dayOf(watermark - delay);
  }

  private long delay(String customerId) {
    long jitter = spreadMillis == 0 ? 0 : Math.floorMod(mix(customerId.hashCode()), spreadMillis);
    return graceMillis + MARGIN_MILLIS + jitter;
  }

  /** Finalizer of a 64-bit hash: neighbouring ids must not close together. */
  static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
