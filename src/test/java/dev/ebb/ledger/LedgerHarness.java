package dev.ebb.ledger;

import dev.ebb.event.Event;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** One customer's ledger with its book, output and watermark, as the job drives it. */
public final class LedgerHarness {

  /** The customer. */
  public static final String CUSTOMER = "13800000001";

  public final LedgerSettings settings;
  public final Ledger ledger;

  /** Numbers that are watched for. */
  static final WatchList WATCHED = WatchList.of(List.of("10086", "1299*"));

  public final HeapBook book = new HeapBook();
  public final RecordedOutput out = new RecordedOutput();
  public int lastDay = Integer.MAX_VALUE;
  private long watermark = Long.MIN_VALUE;

  public LedgerHarness(LedgerSettings settings) {
    this.settings = settings;
    this.ledger = new Ledger(settings, WATCHED);
  }

  /** Moves the watermark on and fires the timers it passes. */
  public LedgerHarness watermark(long instant) {
    watermark = Math.max(watermark, instant);
    for (Long timer = book.pollTimer(instant); timer != null; timer = book.pollTimer(instant)) {
      ledger.wake(CUSTOMER, watermark, lastDay, book, out);
    }
    return this;
  }

  /** Delivers an event under the present watermark. */
  public LedgerHarness accept(Event event) {
    ledger.accept(event, watermark, book, out);
    return this;
  }

  /** Moves the watermark to just after the customer's close of a day. */
  public LedgerHarness close(String date) {
    return watermark(ledger.closeAt(CUSTOMER, day(date)));
  }

  /** An instant by the local clock. */
  public long at(String date, String time) {
    return LocalDate.parse(date)
        .atTime(LocalTime.parse(time))
        .atZone(settings.zone())
        .toInstant()
        .toEpochMilli();
  }

  /** The newest closed day's history. */
  public History history() {
    return out.lastClosed().history();
  }

  /** The epoch day of a date. */
  public static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
