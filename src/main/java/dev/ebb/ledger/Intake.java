package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.time.LocalDate;

/** Counts usage and spend events, each once. */
final class Intake {

  /** A period that ends further ahead of the open day than this is a broken record. */
  private static final int FARTHEST_AHEAD = 800;

  private final Days days;
  private final CloseTimes times;
  private final Duplicates duplicates;
  private final Bundle bundle;
  private final Posting posting;
  private final WatchList watched;
  private final int ringDays;
  private final int returnAfterDays;

  Intake(
      LedgerSettings settings,
      Days days,
      CloseTimes times,
      Duplicates duplicates,
      Bundle bundle,
      WatchList watched) {
    this.watched = watched;
    this.days = days;
    this.times = times;
    this.duplicates = duplicates;
    this.bundle = bundle;
    this.posting = new Posting(settings, times);
    this.ringDays = settings.ringDays();
    this.returnAfterDays = settings.returnAfterDays();
  }

  void count(Event event, long watermark, Today today, CustomerBook book, LedgerOutput out) {
    Period period = Period.of(event, days);
    int open = firstOpen(event, period, watermark, today);
    if (isOutOfReach(event, period, open, out)) {
      return;
    }
    duplicates.turn(watermark, event.at(), today, book);
    if (duplicates.has(event, today, book)) {
      bundle.save(today, book);
      out.duplicate(event);
      return;
    }
    if (!today.isOpen() || open != today.nextClose) {
      today.open(open);
      book.wakeAt(times.closeAt(event.customerId(), open));
    }
    greet(event, period, today, out);
    boolean late = period.firstDay() < open;
    if (late || period.days() > 1) {
      posting.postToRing(event, period, watermark, today, book, out);
    } else {
      posting.postToTile(event, period, watermark, today, out);
    }
    today.saw(event, period);
    duplicates.remember(event, watermark, today, book);
    bundle.save(today, book);
    out.accepted(event, late);
    if (isOwnCall(event) && watched.holds(event.peer())) {
      out.contacted(event.customerId(), event.at());
    }
  }

  /** Who is called by a competitor has done nothing. */
  private static boolean isOwnCall(Event event) {
    return event.spread() == Spread.NONE
        && (event.kind() == EventKind.VOICE_OUT || event.kind() == EventKind.SMS_OUT);
  }

  /** The first open day: fixed once a day was closed, before that as early as the events go. */
  private int firstOpen(Event event, Period period, long watermark, Today today) {
    boolean holds =
        today.phase == Today.Phase.RUNNING
            || today.phase == Today.Phase.FRESH && period.firstDay() >= today.nextClose;
    if (holds) {
      return today.nextClose;
    }
    int open = Math.max(period.firstDay(), times.firstOpen(event.customerId(), watermark));
    return today.isOpen() ? Math.min(open, today.nextClose) : open;
  }

  private boolean isOutOfReach(Event event, Period period, int open, LedgerOutput out) {
    int oldest = open - ringDays;
    if (period.firstDay() < oldest) {
      String bound = "on or after " + LocalDate.ofEpochDay(oldest);
      out.rejected(event, RejectReason.TOO_LATE, mustBe(bound, period.firstDay()));
      return true;
    }
    int farthest = open + FARTHEST_AHEAD;
    if (period.days() > 1 && period.lastDay() > farthest) {
      String bound = "within a period that ends by " + LocalDate.ofEpochDay(farthest);
      out.rejected(event, RejectReason.FUTURE, mustBe(bound, period.firstDay()));
      return true;
    }
    return false;
  }

  private static String mustBe(String bound, int day) {
    return "at must be " + bound + " but was on " + LocalDate.ofEpochDay(day);
  }

  /** Before a profile tells the home region, the first region seen stands for it. */
  private void greet(Event event, Period period, Today today, LedgerOutput out) {
    String region = today.region;
    if (region == null && !event.roaming()) {
      today.region = event.region();
    }
    if (!today.hasTraffic()) {
      out.appeared(event.customerId(), today.region, period.firstDay());
    } else if (region == null && today.region != null) {
      out.moved(event.customerId(), null, today.region, period.firstDay());
    }
    if (period.firstDay() < today.firstTrafficDay()) {
      out.appearedEarlier(today.region, period.firstDay(), today.firstTrafficDay());
    }
    if (period.isOwnAction() && today.lastOwnDay != Today.NEVER) {
      int gapDays = period.firstDay() - today.lastOwnDay - 1;
      if (gapDays >= returnAfterDays) {
        out.returned(event.customerId(), event.at(), gapDays);
      }
    }
  }
}
