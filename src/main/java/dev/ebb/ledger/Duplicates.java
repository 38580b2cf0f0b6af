package dev.ebb.ledger;

import dev.ebb.event.Event;

/** Finds events whose id was already counted within the last one to two windows. */
final class Duplicates {

  private final long windowMillis;

  Duplicates(LedgerSettings settings) {
    windowMillis = settings.dedupWindow().toMillis();
  }

  /**
   * Turns the generations by the watermark, or before the first one by the first event. Never by a
   * later event: one feed may run days ahead of another while a job catches up.
   */
  void turn(long watermark, long at, Today today, CustomerBook book) {
    if (watermark != Long.MIN_VALUE) {
      today.ids.turnTo(Math.floorDiv(watermark, windowMillis), book);
    } else if (today.ids.isEmpty()) {
      today.ids.turnTo(Math.floorDiv(at, windowMillis), book);
    }
  }

  /** Whether the event was counted before. Events without an id never were. */
  boolean has(Event event, Today today, CustomerBook book) {
    int present = today.ids.present();
    return event.fingerprint() != 0
        && (has(present, event.fingerprint(), today, book)
            || has(1 - present, event.fingerprint(), today, book));
  }

  void remember(Event event, Today today, CustomerBook book) {
    if (event.fingerprint() != 0) {
      today.ids.add(event.fingerprint());
      book.remember(today.ids.present(), event.fingerprint());
    }
  }

  private static boolean has(int slot, long fingerprint, Today today, CustomerBook book) {
    return today.ids.maybe(slot, fingerprint) && book.hasSeen(slot, fingerprint);
  }
}
