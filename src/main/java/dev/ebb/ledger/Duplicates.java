package dev.ebb.ledger;

import dev.ebb.event.Event;

/** Finds events whose id was already counted within the last one to two windows. */
final class Duplicates {

  private final long windowMillis;

  Duplicates(LedgerSettings settings) {
    windowMillis = settings.dedupWindow().toMillis();
  }

  /**
   * Turns the generations by the watermark, or by the event where it is ahead: a watermark that
   * waits and then leaps over days must not take with it what was counted while it waited.
   */
  void turn(long watermark, long at, Today today, CustomerBook book) {
    today.ids.turnTo(Math.floorDiv(Math.max(watermark, at), windowMillis), book);
  }

  /** Whether the event was counted before. Events without an id never were. */
  boolean has(Event event, Today today, CustomerBook book) {
    int present = IdFilter.slot(today.ids.generation());
    return event.fingerprint() != 0
        && (has(present, event.fingerprint(), today, book)
            || has(1 - present, event.fingerprint(), today, book));
  }

  void remember(Event event, Today today, CustomerBook book) {
    if (event.fingerprint() != 0) {
      today.ids.add(event.fingerprint());
      book.remember(IdFilter.slot(today.ids.generation()), event.fingerprint());
    }
  }

  private static boolean has(int slot, long fingerprint, Today today, CustomerBook book) {
    return today.ids.maybe(slot, fingerprint) && book.hasSeen(slot, fingerprint);
  }
}
