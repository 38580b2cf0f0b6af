package dev.ebb.ledger;

import static dev.ebb.ledger.LedgerHarness.CUSTOMER;
import static dev.ebb.ledger.LedgerHarness.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LedgerFeedsTest {

  private static final int FEBRUARY = 2024 * 12 + 1;

  private final LedgerHarness harness =
      new LedgerHarness(LedgerSettings.defaults(ZoneId.of("Europe/Berlin")));
  private final RecordedOutput out = harness.out;
  private long nextId = 1;

  @Test
  void shouldSpreadMonthOverItsDaysWithoutLoss() {
    spread(EventKind.VOICE_OUT, "2024-02-01", 1_000, Spread.MONTH);

    harness.close("2024-02-10");
    assertThat(harness.history().month(Measure.VOICE_OUT, FEBRUARY)).isEqualTo(344);
    assertThat(harness.history().monthKnownDays(Feed.USAGE, FEBRUARY)).isEqualTo(10);
    harness.close("2024-03-05");

    History history = harness.history();
    assertThat(history.grain(Feed.USAGE)).isEqualTo(Spread.MONTH);
    assertThat(history.month(Measure.VOICE_OUT, FEBRUARY)).isEqualTo(1_000);
    assertThat(history.monthKnownDays(Feed.USAGE, FEBRUARY)).isEqualTo(29);
    assertThat(history.isKnown(Feed.USAGE, day("2024-02-29"))).isTrue();
    assertThat(history.isKnown(Feed.USAGE, day("2024-03-01"))).isFalse();
    assertThat(history.value(Measure.VOICE_OUT, day("2024-02-15"))).isBetween(34L, 35L);
    assertThat(history.lastActiveDay()).isEqualTo(day("2024-02-29"));
    assertThat(out.accepted).hasSize(1);
  }

  @Test
  void shouldNotTakeEmptyPeriodForActivity() {
    spread(EventKind.VOICE_OUT, "2024-02-01", 0, Spread.MONTH);

    harness.close("2024-02-29");

    assertThat(harness.history().isKnown(Feed.USAGE, day("2024-02-29"))).isTrue();
    assertThat(harness.history().lastActiveDay()).isNull();
  }

  @Test
  void shouldKnowOnlyDaysThatDailyRecordsCover() {
    spread(EventKind.DATA, "2024-02-01", 500, Spread.DAY);
    spread(EventKind.DATA, "2024-02-03", 700, Spread.DAY);

    harness.close("2024-02-04");

    assertThat(harness.history().knownDays(Feed.USAGE, 0, day("2024-02-04"))).isEqualTo(2);
    assertThat(harness.history().isKnown(Feed.USAGE, day("2024-02-02"))).isFalse();
  }

  @Test
  void shouldSpreadWeekOverSevenDaysFromItsStart() {
    spread(EventKind.CHARGE, "2024-02-28", 70, Spread.WEEK);

    harness.close("2024-03-06");

    assertThat(harness.history().value(Measure.SPEND, day("2024-03-05"))).isEqualTo(10);
    assertThat(harness.history().value(Measure.SPEND, day("2024-03-06"))).isZero();
    assertThat(harness.history().month(Measure.SPEND, FEBRUARY)).isEqualTo(20);
  }

  @Test
  void shouldRejectPeriodFarAhead() {
    spread(EventKind.CHARGE, "2024-02-01", 70, Spread.MONTH);

    spread(EventKind.CHARGE, "2029-02-01", 70, Spread.MONTH);

    assertThat(out.rejected)
        .singleElement()
        .extracting(RecordedOutput.Refused::reason)
        .isEqualTo(RejectReason.FUTURE);
  }

  @Test
  void shouldLowerSpendByRefundAndCountPaymentAsPresenceOnly() {
    event(EventKind.PAYMENT, "2024-02-01", 5_000);
    event(EventKind.CHARGE, "2024-02-02", 300);
    event(EventKind.REFUND, "2024-02-02", 1_000);

    harness.close("2024-02-02");

    assertThat(harness.history().firstDay(Feed.SPEND)).isEqualTo(day("2024-02-01"));
    assertThat(harness.history().value(Measure.SPEND, day("2024-02-01"))).isZero();
    assertThat(harness.history().value(Measure.SPEND, day("2024-02-02"))).isEqualTo(-700);
    assertThat(harness.history().isActive(day("2024-02-02"))).isFalse();
    assertThat(out.used)
        .containsExactly(
            new RecordedOutput.Used(null, day("2024-02-02"), Measure.SPEND, 300, true),
            new RecordedOutput.Used(null, day("2024-02-02"), Measure.SPEND, -1_000, false));
  }

  @Test
  void shouldMoveFirstDayBackForLateEvent() {
    event(EventKind.DATA, "2024-02-10", 1);
    harness.close("2024-02-11");

    event(EventKind.DATA, "2024-02-05", 1);
    harness.close("2024-02-12");

    assertThat(harness.history().firstDay(Feed.USAGE)).isEqualTo(day("2024-02-05"));
    assertThat(harness.history().knownDays(Feed.USAGE, 0, day("2024-02-12"))).isEqualTo(8);
    assertThat(harness.history().monthKnownDays(Feed.USAGE, FEBRUARY)).isEqualTo(8);
  }

  @Test
  void shouldCountUseOnlyBeforeTheIndexIsDue() {
    long due = harness.ledger.indexDueAt(day("2024-02-01"));
    harness.watermark(due - 1);
    event(EventKind.DATA, "2024-02-01", 1);

    harness.watermark(due);
    event(EventKind.DATA, "2024-02-01", 2);

    assertThat(harness.ledger.closeAt(CUSTOMER, day("2024-02-01"))).isGreaterThan(due);
    assertThat(out.used).hasSize(1);
    assertThat(out.accepted).hasSize(2);
  }

  @Test
  void shouldRememberTopupBeyondTheRing() {
    event(EventKind.TOPUP, "2024-02-01", 5_000);

    harness.close("2024-06-01");

    assertThat(harness.history().lastTopupDay()).isEqualTo(day("2024-02-01"));
    assertThat(harness.history().value(Measure.TOPUP, day("2024-02-01"))).isZero();
    assertThat(harness.history().month(Measure.TOPUP, FEBRUARY)).isEqualTo(5_000);
  }

  private void event(EventKind kind, String date, long amount) {
    spread(kind, date, amount, Spread.NONE);
  }

  private void spread(EventKind kind, String date, long amount, Spread spread) {
    harness.accept(
        Event.of(kind, CUSTOMER, harness.at(date, "00:00"), nextId++, amount).with(spread));
  }
}
