package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;

/** Puts a counted event where its days are kept: an open tile, or the ring. */
final class Posting {

  private final CloseTimes times;
  private final int ringDays;

  Posting(LedgerSettings settings, CloseTimes times) {
    this.times = times;
    this.ringDays = settings.ringDays();
  }

  /** Posts to the open tile of the period's only day. */
  void postToTile(Event event, Period period, long watermark, Today today, LedgerOutput out) {
    Tile tile = today.tile(period.firstDay());
    Measure measure = Measure.of(event.kind());
    if (measure != null) {
      boolean first = tile.add(measure, period.amount());
      use(tile.day, measure, period.amount(), first, watermark, today, out);
    }
    if (period.isOwnAction()) {
      tile.act();
      if (event.kind() == EventKind.TOPUP) {
        tile.topUp();
      }
    }
    if (event.spread() != Spread.NONE) {
      tile.cover(event.kind().feed());
    } else if (event.peer() != 0) {
      tile.meet(History.person(event.peer()));
    }
    if (isLocated(event)) {
      tile.locate(isAtHome(event, today));
    }
  }

  /** Posts to the ring: days already closed, or a period of several days. */
  void postToRing(
      Event event,
      Period period,
      long watermark,
      Today today,
      CustomerBook book,
      LedgerOutput out) {
    Ring ring = Ring.open(book.ring(), ringDays, today.nextClose - 1);
    Measure measure = Measure.of(event.kind());
    for (int day = period.firstDay(); day <= period.lastDay(); day++) {
      if (measure != null) {
        boolean first = ring.isUntouched(day, measure);
        ring.add(day, measure, period.share(day));
        use(day, measure, period.share(day), first, watermark, today, out);
      }
      if (period.isOwnAction()) {
        ring.act(day);
        if (event.kind() == EventKind.TOPUP) {
          ring.topUp(day);
        }
      }
    }
    cover(event, period, today, ring);
    if (event.spread() == Spread.NONE && event.peer() != 0) {
      ring.meet(period.firstDay(), History.person(event.peer()));
    }
    if (period.days() == 1 && isLocated(event)) {
      ring.locate(period.firstDay(), isAtHome(event, today));
    }
    if (period.firstDay() < today.nextClose) {
      ring.correct();
    }
    book.ring(ring.pack());
  }

  private static boolean isLocated(Event event) {
    return event.kind().feed() == Feed.USAGE && (event.roaming() || event.region() != null);
  }

  private static boolean isAtHome(Event event, Today today) {
    return !event.roaming() && event.region().equals(today.region);
  }

  /** A period record covers its days; a late event all closed days from its own day on. */
  private static void cover(Event event, Period period, Today today, Ring ring) {
    Feed feed = event.kind().feed();
    int to = period.lastDay();
    if (event.spread() == Spread.NONE) {
      int known = today.firstDay(feed);
      to = (known == Today.NEVER ? today.nextClose : Math.min(known, today.nextClose)) - 1;
      to = Math.max(to, period.lastDay());
    }
    for (int day = period.firstDay(); day <= to; day++) {
      ring.cover(day, feed);
    }
  }

  private void use(
      int day,
      Measure measure,
      long amount,
      boolean first,
      long watermark,
      Today today,
      LedgerOutput out) {
    if (times.indexDueAt(day) > watermark) {
      out.used(today.region, day, measure, amount, first);
    }
  }
}
