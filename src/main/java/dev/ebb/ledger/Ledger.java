package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.RejectReason;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened, customer by customer: counts each event once into its day and closes the days. Its
 * state lies in the {@link CustomerBook}; what it finds goes to the {@link LedgerOutput}. Not safe
 * for concurrent use.
 */
public final class Ledger {

  private final Days days;
  private final CloseTimes times;
  private final int ringDays;
  private final Duplicates duplicates;
  private final Bundle bundle;
  private final Intake intake;
  private final Closing closing;

  /** A ledger that watches for no number. */
  public Ledger(LedgerSettings settings) {
    this(settings, WatchList.EMPTY);
  }

  /** A ledger that tells of contact with these numbers and keeps everything in the books. */
  public Ledger(LedgerSettings settings, WatchList watched) {
    this(settings, watched, new Bundle(BundleSettings.NONE));
  }

  /** A ledger of whose state a part is in a bundle, to be flushed before the books are kept. */
  public Ledger(LedgerSettings settings, WatchList watched, Bundle bundle) {
    this.bundle = bundle;
    days = new Days(settings.zone());
    times = new CloseTimes(settings, days);
    ringDays = settings.ringDays();
    duplicates = new Duplicates(settings);
    intake = new Intake(settings, days, times, duplicates, bundle, watched);
    closing = new Closing(settings, days, times, bundle);
  }

  /** When the base index of a day must be ready: before any close of that day. */
  public long indexDueAt(int day) {
    return times.indexDueAt(day);
  }

  /** When this customer's day is closed, epoch milliseconds. */
  public long closeAt(String customerId, int day) {
    return times.closeAt(customerId, day);
  }

  /**
   * Takes one event of the customer whose book this is. A usage or spend event in an open day of a
   * known customer costs one read and one write of {@code today}, or neither where the bundle holds
   * the customer. One in many, and the first after the generations of ids have turned, costs one
   * append to the remembered ids too; they are read only where the filter of ids demands it.
   *
   * @param watermark the present watermark, {@link Long#MIN_VALUE} before the first one
   */
  public void accept(Event event, long watermark, CustomerBook book, LedgerOutput out) {
    Today known = bundle.today(event.customerId(), book);
    Today today = known == null ? new Today() : known;
    if (event.kind() == EventKind.ERASE) {
      erase(event, today, book, out);
    } else if (!isRefused(event, today, out)) {
      if (event.kind().feed().drivesTime()) {
        intake.count(event, watermark, today, book, out);
      } else {
        pass(event, watermark, today, book, out);
      }
    }
  }

  /**
   * Closes the due days of a customer in order and arms the next close. A firing before the armed
   * instant closes nothing.
   *
   * @param firedAt the watermark that fired the timer, or the timer's own instant; a customer of
   *     whom only a profile is known and who came before any watermark starts on the day that is
   *     open at this instant
   * @param lastDay days after it are neither closed nor armed: the end of a bounded input; {@link
   *     Integer#MAX_VALUE} for streams
   */
  public void wake(
      String customerId, long firedAt, int lastDay, CustomerBook book, LedgerOutput out) {
    closing.wake(customerId, firedAt, lastDay, book, out);
  }

  private boolean isRefused(Event event, Today today, LedgerOutput out) {
    if (event.at() <= today.erasedAt) {
      out.rejected(
          event,
          RejectReason.ERASED,
          "at must be after the erasure at %s but was %s"
              .formatted(Instant.ofEpochMilli(today.erasedAt), Instant.ofEpochMilli(event.at())));
      return true;
    }
    if (today.activatedOn == Today.NEVER || event.kind() == EventKind.PROFILE) {
      return false;
    }
    int first = Days.firstDay(event.spread(), days.dayOf(event.at()));
    int last = Days.lastDay(event.spread(), first);
    if (last < today.activatedOn) {
      out.rejected(
          event,
          RejectReason.PREVIOUS_OWNER,
          "at must be on or after activatedOn %s but was on %s"
              .formatted(LocalDate.ofEpochDay(today.activatedOn), LocalDate.ofEpochDay(last)));
      return true;
    }
    return false;
  }

  private void erase(Event event, Today today, CustomerBook book, LedgerOutput out) {
    Today marker = new Today();
    marker.phase = Today.Phase.ERASED;
    marker.erasedAt = Math.max(today.erasedAt, event.at());
    marker.nextClose = days.dayOf(marker.erasedAt) + ringDays;
    bundle.clear(book);
    bundle.save(marker, book);
    book.wakeAt(times.closeAt(event.customerId(), marker.nextClose));
    out.passed(event);
  }

  private void pass(Event event, long watermark, Today known, CustomerBook book, LedgerOutput out) {
    if (event.kind() == EventKind.OUTCOME && known.isNobodys()) {
      out.passed(event);
      return;
    }
    Today today = event.kind() == EventKind.PROFILE ? renew(event, known, book, out) : known;
    duplicates.turn(watermark, event.at(), today, book);
    if (duplicates.has(event, today, book)) {
      bundle.save(today, book);
      out.duplicate(event);
      return;
    }
    if (!today.isOpen()) {
      start(event, watermark, today, book);
    }
    today.lastEventDay = Math.max(today.lastEventDay, today.nextClose);
    duplicates.remember(event, watermark, today, book);
    bundle.save(today, book);
    out.passed(event);
  }

  /**
   * Before the first watermark nobody knows which day is open: the first one to come decides. Later
   * a customer starts on the day of this event, or on the open day if that is past: in a replay the
   * watermark is as far as it happens to be.
   */
  private void start(Event event, long watermark, Today today, CustomerBook book) {
    int open = times.firstOpen(event.customerId(), watermark);
    if (open == Integer.MIN_VALUE) {
      today.phase = Today.Phase.PENDING;
      today.nextClose = days.dayOf(event.at());
    } else {
      today.open(Math.max(open, days.dayOf(event.at())));
    }
    book.wakeAt(times.closeAt(event.customerId(), today.nextClose));
  }

  private Today renew(Event event, Today known, CustomerBook book, LedgerOutput out) {
    LocalDate activation = event.profile().activatedOn();
    int activatedOn = activation == null ? Today.NEVER : (int) activation.toEpochDay();
    Today today = known;
    if (activatedOn > known.activatedOn) {
      if (known.isOfOwnerBefore(activatedOn)) {
        bundle.clear(book);
        today = known.recycled();
        if (today.isOpen()) {
          book.wakeAt(times.closeAt(event.customerId(), today.nextClose));
        }
      }
      today.activatedOn = activatedOn;
    }
    String region = event.profile().region();
    if (region != null && !region.equals(today.region)) {
      if (today.hasTraffic()) {
        out.moved(event.customerId(), today.region, region, days.dayOf(event.at()));
      }
      today.region = region;
    }
    return today;
  }
}
