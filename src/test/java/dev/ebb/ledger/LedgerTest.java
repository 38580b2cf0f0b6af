package dev.ebb.ledger;

import static dev.ebb.ledger.HeapBook.Access.FORGET_GENERATION;
import static dev.ebb.ledger.HeapBook.Access.HAS_SEEN;
import static dev.ebb.ledger.HeapBook.Access.READ_TODAY;
import static dev.ebb.ledger.HeapBook.Access.REMEMBER;
import static dev.ebb.ledger.HeapBook.Access.WRITE_TODAY;
import static dev.ebb.ledger.LedgerHarness.CUSTOMER;
import static dev.ebb.ledger.LedgerHarness.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final LedgerHarness harness =
      new LedgerHarness(LedgerSettings.defaults(ZoneId.of("Asia/Shanghai")));
  private final RecordedOutput out = harness.out;
  private long nextId = 1;

  @Test
  void shouldCloseDayWithItsSums() {
    call("2026-03-01", "10:00", 60);
    call("2026-03-01", "23:59", 30).close("2026-03-01");

    assertThat(out.closed).hasSize(1);
    assertThat(out.lastClosed().day()).isEqualTo(day("2026-03-01"));
    assertThat(harness.history().value(Measure.VOICE_OUT, day("2026-03-01"))).isEqualTo(90);
    assertThat(harness.history().isActive(day("2026-03-01"))).isTrue();
  }

  @Test
  void shouldTouchNothingButTodayForKnownCustomer() {
    call("2026-03-01", "10:00", 60);
    harness.book.resetAccesses();

    call("2026-03-01", "11:00", 60);

    assertThat(harness.book.accesses()).isEqualTo(Map.of(READ_TODAY, 1, WRITE_TODAY, 1));
  }

  @Test
  void shouldAppendManyIdsAtOnce() {
    callOften(NewestIds.MOST - 1);
    assertThat(harness.book.accesses()).doesNotContainKey(REMEMBER);

    callOften(1);

    assertThat(harness.book.accesses()).containsEntry(REMEMBER, 1);
    assertThat(harness.book.remembered()).isEqualTo(NewestIds.MOST);
  }

  @Test
  void shouldAppendTheIdsOfAGenerationThatIsOver() {
    Event event = callEvent("2026-03-01", "10:00", 60);
    harness.accept(event).watermark(event.at());
    call("2026-03-01", "11:00", 60);

    harness.watermark(harness.at("2026-03-02", "10:00")).accept(event).accept(event);

    assertThat(harness.book.remembered()).isEqualTo(2);
    assertThat(harness.book.accesses()).containsEntry(REMEMBER, 1);
    assertThat(out.duplicates).containsExactly(event, event);
  }

  @Test
  void shouldReadRememberedIdsOnlyWhenFilterDemandsIt() {
    Event first = callEvent("2026-03-01", "09:00", 60);
    harness.accept(first);
    callOften(NewestIds.MOST);
    Event newest = callEvent("2026-03-01", "10:00", 60);
    harness.accept(newest);
    harness.book.resetAccesses();

    harness.accept(newest);
    assertThat(harness.book.accesses()).doesNotContainKey(HAS_SEEN);
    harness.accept(first);

    assertThat(out.duplicates).containsExactly(newest, first);
    assertThat(harness.book.accesses()).containsEntry(HAS_SEEN, 1);
  }

  @Test
  void shouldRememberIdsCountedWhileTheWatermarkWaitedBeforeALeap() {
    Event event = callEvent("2026-03-10", "10:00", 60);
    harness.watermark(harness.at("2026-03-01", "00:00")).accept(event);

    harness.watermark(harness.at("2026-03-10", "10:00")).accept(event);

    assertThat(out.duplicates).containsExactly(event);
  }

  @Test
  void shouldNotForgetIdsForAnEventThatRunsAheadOfTheWatermark() {
    Event event = callEvent("2026-03-01", "10:00", 60);
    harness.watermark(harness.at("2026-03-01", "00:00")).accept(event);
    call("2026-03-08", "10:00", 1);
    call("2026-03-15", "10:00", 1);

    harness.accept(event);

    assertThat(out.duplicates).containsExactly(event);
  }

  @Test
  void shouldRememberIdsOfAFeedThatRunsAheadUntilTheWatermarkIsThere() {
    Event event = callEvent("2026-03-08", "10:00", 60);
    harness.watermark(harness.at("2026-03-01", "00:00")).accept(event);
    for (int day = 1; day <= 8; day++) {
      String date = "2026-03-0" + day;
      harness.watermark(harness.at(date, "09:00"));
      call(date, "09:30", 1);
    }

    harness.accept(event);

    assertThat(out.duplicates).containsExactly(event);
  }

  @Test
  void shouldForgetIdsTwoGenerationsBack() {
    Event event = callEvent("2026-03-01", "10:00", 60);
    harness.accept(event).watermark(event.at()).accept(event);
    harness.watermark(harness.at("2026-03-02", "10:00"));
    call("2026-03-02", "10:00", 1).accept(event);
    assertThat(out.duplicates).hasSize(2);

    harness.watermark(harness.at("2026-03-03", "10:00")).accept(event);

    assertThat(out.duplicates).hasSize(2);
    assertThat(harness.book.accesses().get(FORGET_GENERATION)).isEqualTo(1);
  }

  @Test
  void shouldPutLateEventIntoItsDayAndCorrectNextClose() {
    call("2026-03-01", "10:00", 60).close("2026-03-01").close("2026-03-02");
    assertThat(out.lastClosed().corrected()).isFalse();

    call("2026-03-01", "12:00", 15).close("2026-03-03");

    assertThat(out.accepted).last().matches(RecordedOutput.Accepted::late);
    assertThat(out.lastClosed().corrected()).isTrue();
    assertThat(harness.history().value(Measure.VOICE_OUT, day("2026-03-01"))).isEqualTo(75);
    assertThat(harness.close("2026-03-04").out.lastClosed().corrected()).isFalse();
  }

  @Test
  void shouldRejectEventOlderThanRing() {
    call("2026-06-01", "10:00", 60).close("2026-06-01");

    call("2026-03-02", "10:00", 60);

    assertThat(out.rejected)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(RejectReason.TOO_LATE);
              assertThat(refused.message())
                  .isEqualTo("at must be on or after 2026-03-03 but was on 2026-03-02");
            });
    assertThat(call("2026-03-03", "10:00", 60).out.accepted).hasSize(2);
  }

  @Test
  void shouldCloseEveryDayWithoutEvents() {
    call("2026-03-01", "10:00", 60).close("2026-03-05");

    assertThat(out.closed)
        .extracting(DayClosed::day)
        .containsExactly(
            day("2026-03-01"),
            day("2026-03-02"),
            day("2026-03-03"),
            day("2026-03-04"),
            day("2026-03-05"));
    assertThat(harness.history().isKnown(Feed.USAGE, day("2026-03-04"))).isTrue();
    assertThat(harness.history().isKnown(Feed.USAGE, day("2026-02-28"))).isFalse();
    assertThat(harness.history().isKnown(Feed.SPEND, day("2026-03-04"))).isFalse();
    assertThat(harness.history().lastActiveDay()).isEqualTo(day("2026-03-01"));
  }

  @Test
  void shouldIgnoreFiringBeforeTheArmedOne() {
    call("2026-03-01", "10:00", 60);

    harness.ledger.wake(
        CUSTOMER,
        harness.ledger.closeAt(CUSTOMER, day("2026-03-01")) - 1,
        Integer.MAX_VALUE,
        harness.book,
        out);

    assertThat(out.closed).isEmpty();
    assertThat(harness.close("2026-03-01").out.closed).hasSize(1);
  }

  @Test
  void shouldNeitherCloseNorArmBeyondTheLastDay() {
    harness.lastDay = day("2026-03-02");

    call("2026-03-01", "10:00", 60).watermark(Long.MAX_VALUE);

    assertThat(out.closed).hasSize(2);
    assertThat(harness.book.timers()).isEmpty();
  }

  @Test
  void shouldReopenTheStartForEarlierEventWhileNothingIsClosed() {
    call("2026-03-02", "10:00", 60);
    call("2026-03-01", "10:00", 30).close("2026-03-02");

    assertThat(out.accepted).noneMatch(RecordedOutput.Accepted::late);
    assertThat(out.closed).hasSize(2);
    assertThat(harness.history().sum(Measure.VOICE_OUT, 0, day("2026-03-02"))).isEqualTo(90);
    assertThat(harness.history().firstDay(Feed.USAGE)).isEqualTo(day("2026-03-01"));
  }

  private void callOften(int times) {
    for (int i = 0; i < times; i++) {
      call("2026-03-01", "09:30", 1);
    }
  }

  private LedgerHarness call(String date, String time, long seconds) {
    return harness.accept(callEvent(date, time, seconds));
  }

  private Event callEvent(String date, String time, long seconds) {
    return Event.of(EventKind.VOICE_OUT, CUSTOMER, harness.at(date, time), nextId++, seconds);
  }
}
