package dev.ebb.ledger;

import dev.ebb.event.Event;

/** Finds events whose id was already counted within the last one to two windows. */
final class Duplicates {

  /** Feeds that keep up are within this of the watermark. */
  private static final long AHEAD_MILLIS = 3_600_000;

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
      turnTo(watermark, today, book);
    } else if (today.ids.isEmpty()) {
      turnTo(at, today, book);
    }
  }

  private void turnTo(long instant, Today today, CustomerBook book) {
    today.ids.turnTo(Math.floorDiv(instant, windowMillis), instant - windowMillis, book);
  }

  /** Whether the event was counted before. Events without an id never were. */
  boolean has(Event event, Today today, CustomerBook book) {
    int present = today.ids.present();
    return event.fingerprint() != 0
        && (today.ids.isNew(event.fingerprint())
            || has(present, event.fingerprint(), today, book)
            || has(1 - present, event.fingerprint(), today, book));
  }

  /** Remembers an id for a window from now on, or from its own time on if that is far ahead. */
  void remember(Event event, long watermark, Today today, CustomerBook book) {
    if (event.fingerprint() == 0) {
      return;
    }
    today.ids.add(event.fingerprint(), book);
    if (watermark < event.at() - AHEAD_MILLIS) {
      today.ids.ahead(event.at());
    }
  }

  private static boolean has(int slot, long fingerprint, Today today, CustomerBook book) {
    return today.ids.maybe(slot, fingerprint) && book.hasSeen(slot, fingerprint);
  }
}
