package dev.ebb.ledger;

/** Closes the days of one customer when they are due, and ends what has come to its end. */
final class Closing {

  private final Days days;
  private final CloseTimes times;
  private final Bundle bundle;
  private final int ringDays;
  private final int endOfLifeDays;

  Closing(LedgerSettings settings, Days days, CloseTimes times, Bundle bundle) {
    this.days = days;
    this.times = times;
    this.bundle = bundle;
    this.ringDays = settings.ringDays();
    this.endOfLifeDays = settings.endOfLifeDays();
  }

  void wake(String customerId, long firedAt, int lastDay, CustomerBook book, LedgerOutput out) {
    Today today = bundle.today(customerId, book);
    if (today == null || lastDay == Integer.MIN_VALUE) {
      return;
    }
    boolean changed = today.phase == Today.Phase.PENDING;
    if (changed) {
      today.open(Math.min(times.firstOpen(customerId, firedAt), lastDay));
      today.lastEventDay = Math.max(today.lastEventDay, today.nextClose);
    }
    while (isDue(customerId, today, firedAt, lastDay)) {
      changed = true;
      if (isOver(today)) {
        end(customerId, today, book, out);
        return;
      }
      close(customerId, today, book, out);
    }
    if (changed) {
      bundle.save(today, book);
    }
    if (today.nextClose <= lastDay) {
      book.wakeAt(times.closeAt(customerId, today.nextClose));
    }
  }

  private boolean isDue(String customerId, Today today, long firedAt, int lastDay) {
    return today.nextClose <= lastDay && times.closeAt(customerId, today.nextClose) <= firedAt;
  }

  private boolean isOver(Today today) {
    return today.phase == Today.Phase.ERASED
        || today.nextClose - today.lastEventDay >= endOfLifeDays;
  }

  private void end(String customerId, Today today, CustomerBook book, LedgerOutput out) {
    bundle.clear(book);
    if (today.phase != Today.Phase.ERASED) {
      out.forgotten(customerId, times.closeAt(customerId, today.nextClose));
    }
  }

  private void close(String customerId, Today today, CustomerBook book, LedgerOutput out) {
    int day = today.nextClose;
    Tile tile = today.takeTile(day);
    byte[] packed = book.ring();
    Ring ring = Ring.open(packed, ringDays, day - 1);
    ring.close(tile, today);
    boolean corrected = ring.takeCorrected();
    if (packed != null || tile != null) {
      book.ring(ring.seal());
    }
    today.phase = Today.Phase.RUNNING;
    today.nextClose = day + 1;
    if (today.erasedAt != Today.NOT_ERASED && day >= days.dayOf(today.erasedAt) + ringDays) {
      today.erasedAt = Today.NOT_ERASED;
    }
    long closedAt = times.closeAt(customerId, day);
    out.closed(new DayClosed(customerId, day, closedAt, corrected, today.region, ring));
  }
}
