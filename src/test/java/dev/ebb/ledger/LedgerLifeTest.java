package dev.ebb.ledger;

import static dev.ebb.ledger.LedgerHarness.CUSTOMER;
import static dev.ebb.ledger.LedgerHarness.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Profile;
import dev.ebb.event.RejectReason;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerLifeTest {

  private final LedgerHarness harness =
      new LedgerHarness(LedgerSettings.defaults(ZoneId.of("Asia/Shanghai")));
  private final RecordedOutput out = harness.out;
  private long nextId = 1;

  @Test
  void shouldResetEverythingForNewerActivation() {
    profile("2026-02-01", "2025-01-01", "north");
    call("2026-03-01", 60);
    harness.close("2026-03-01");

    profile("2026-03-02", "2026-03-02", "south");
    harness.close("2026-03-02");

    assertThat(harness.history().firstDay(Feed.USAGE)).isNull();
    assertThat(harness.history().month(Measure.VOICE_OUT, Days.monthOf(day("2026-03-01"))))
        .isZero();
    assertThat(out.lastClosed().region()).isEqualTo("south");
    call("2026-03-01", 60);
    assertThat(out.rejected)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(RejectReason.PREVIOUS_OWNER);
              assertThat(refused.message())
                  .isEqualTo("at must be on or after activatedOn 2026-03-02 but was on 2026-03-01");
            });
  }

  @Test
  void shouldKeepHistoryWhenFirstProfileComesAfterUsage() {
    call("2026-03-01", 60);

    profile("2026-03-01", "2025-01-01", "north");
    harness.close("2026-03-01");

    assertThat(harness.history().value(Measure.VOICE_OUT, day("2026-03-01"))).isEqualTo(60);
    assertThat(out.moved)
        .containsExactly(new RecordedOutput.Moved(CUSTOMER, null, "north", day("2026-03-01")));
  }

  @Test
  void shouldDropUsageBeforeActivationWhenFirstProfileComesLater() {
    call("2026-03-01", 60);

    profile("2026-03-02", "2026-03-02", "north");
    harness.close("2026-03-02");

    assertThat(harness.history().value(Measure.VOICE_OUT, day("2026-03-01"))).isZero();
  }

  @Test
  void shouldIgnoreOlderActivation() {
    profile("2026-02-01", "2026-02-01", "north");
    call("2026-03-01", 60);

    profile("2026-03-01", "2025-02-01", "north");
    harness.close("2026-03-01");

    assertThat(harness.history().value(Measure.VOICE_OUT, day("2026-03-01"))).isEqualTo(60);
    assertThat(out.passed).hasSize(2);
  }

  @Test
  void shouldEraseEverythingButTheMarker() {
    profile("2026-02-01", "2025-01-01", "north");
    call("2026-03-01", 60);
    Event erasure = Event.erase(CUSTOMER, harness.at("2026-03-02", "12:00"));

    harness.close("2026-03-01").accept(erasure);

    assertThat(out.passed).last().isSameAs(erasure);
    assertThat(harness.book.packedBytes()).isLessThan(24);
    call("2026-03-02", 60);
    assertThat(out.rejected)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(RejectReason.ERASED);
              assertThat(refused.message())
                  .isEqualTo(
                      "at must be after the erasure at 2026-03-02T04:00:00Z"
                          + " but was 2026-03-02T02:00:00Z");
            });
    harness.close("2026-05-31");
    assertThat(out.closed).hasSize(1);
    assertThat(harness.book.isEmpty()).isFalse();
    assertThat(harness.close("2026-06-01").book.isEmpty()).isTrue();
    assertThat(harness.book.timers()).isEmpty();
    assertThat(out.forgotten).isEmpty();
  }

  @Test
  void shouldBeginNewLifeAfterErasure() {
    call("2026-03-01", 60);
    harness.accept(Event.erase(CUSTOMER, harness.at("2026-03-01", "12:00")));

    call("2026-03-02", 30);
    harness.close("2026-03-02");

    assertThat(out.closed).extracting(DayClosed::day).containsExactly(day("2026-03-02"));
    assertThat(harness.history().sum(Measure.VOICE_OUT, 0, day("2026-03-02"))).isEqualTo(30);
    call("2026-03-01", 60);
    assertThat(out.rejected).hasSize(1);
    harness.close("2026-05-31");
    call("2026-03-02", 1);
    assertThat(out.rejected).hasSize(1);
  }

  @Test
  void shouldMarkErasureOfUnknownCustomer() {
    harness.accept(Event.erase(CUSTOMER, harness.at("2026-03-02", "12:00")));

    call("2026-03-02", 60);

    assertThat(out.rejected).hasSize(1);
    assertThat(out.appeared).isEmpty();
  }

  @Test
  void shouldForgetCustomerAtEndOfLife() {
    call("2026-03-01", 60);

    harness.close("2027-04-04");
    assertThat(out.forgotten).isEmpty();
    harness.close("2027-04-05");

    assertThat(out.forgotten).containsExactly(CUSTOMER);
    assertThat(out.closed).hasSize(400);
    assertThat(harness.book.isEmpty()).isTrue();
    assertThat(harness.book.timers()).isEmpty();
  }

  @Test
  void shouldAnnounceReturnAfterSevenSilentDays() {
    call("2026-03-01", 60);
    harness.accept(event(EventKind.VOICE_IN, "2026-03-05", 60));
    call("2026-03-09", 60);
    call("2026-03-09", 60);
    call("2026-03-16", 60);

    assertThat(out.returned)
        .containsExactly(
            new RecordedOutput.Returned(CUSTOMER, harness.at("2026-03-09", "10:00"), 7));
  }

  @Test
  void shouldCloseDaysOfCustomerWithoutTraffic() {
    harness.watermark(harness.at("2026-03-01", "12:00"));

    profile("2026-02-01", "2025-01-01", "north");
    harness.close("2026-03-02");

    assertThat(out.closed)
        .extracting(DayClosed::day)
        .containsExactly(day("2026-03-01"), day("2026-03-02"));
    assertThat(out.lastClosed().region()).isEqualTo("north");
    assertThat(harness.history().firstDay(Feed.USAGE)).isNull();
    assertThat(out.appeared).isEmpty();
  }

  @Test
  void shouldStartProfileFromBeforeAnyWatermarkAtThePresentDay() {
    profile("2019-02-01", "2019-01-01", "north");

    harness.watermark(harness.at("2026-03-01", "12:00"));
    assertThat(out.closed).isEmpty();
    harness.close("2026-03-01");

    assertThat(out.closed).extracting(DayClosed::day).containsExactly(day("2026-03-01"));
    assertThat(out.forgotten).isEmpty();
  }

  @Test
  void shouldJudgeProfileOnceAtTheEndOfBoundedInput() {
    harness.lastDay = day("2026-03-01");

    profile("2019-02-01", "2019-01-01", "north");
    harness.watermark(Long.MAX_VALUE);

    assertThat(out.closed).extracting(DayClosed::day).containsExactly(day("2026-03-01"));
    assertThat(harness.book.timers()).isEmpty();
  }

  @Test
  void shouldStartWithTheDayOfAProfileThatRunsAheadOfTheWatermark() {
    harness.watermark(harness.at("2026-03-01", "12:00"));

    profile("2026-03-05", "2026-03-05", "north");
    harness.watermark(harness.at("2026-03-07", "12:00"));

    assertThat(out.closed).extracting(DayClosed::day).startsWith(day("2026-03-05"));
  }

  @Test
  void shouldPassCareOnOnce() {
    Care complaint = new Care(Care.Kind.COMPLAINT, Care.Source.CUSTOMER, Map.of());
    Event event = Event.of(CUSTOMER, harness.at("2026-03-01", "10:00"), 77, complaint);
    harness.watermark(event.at());

    harness.accept(event).accept(event).close("2026-03-01");

    assertThat(out.passed).containsExactly(event);
    assertThat(out.duplicates).containsExactly(event);
    assertThat(out.closed).hasSize(1);
  }

  @Test
  void shouldTakeFirstRegionSeenAtHomeUntilProfileTells() {
    harness.accept(event(EventKind.DATA, "2026-03-01", 1, "abroad", true));
    harness.accept(event(EventKind.DATA, "2026-03-01", 1, "north", false));
    harness.accept(event(EventKind.DATA, "2026-03-01", 1, "south", false));

    assertThat(harness.close("2026-03-01").out.lastClosed().region()).isEqualTo("north");
    assertThat(out.appeared)
        .containsExactly(new RecordedOutput.Appeared(CUSTOMER, null, day("2026-03-01")));
    assertThat(out.moved)
        .containsExactly(new RecordedOutput.Moved(CUSTOMER, null, "north", day("2026-03-01")));
  }

  private void call(String date, long seconds) {
    harness.accept(event(EventKind.VOICE_OUT, date, seconds));
  }

  private Event event(EventKind kind, String date, long amount) {
    return Event.of(kind, CUSTOMER, harness.at(date, "10:00"), nextId++, amount);
  }

  private Event event(EventKind kind, String date, long amount, String region, boolean roaming) {
    Event plain = event(kind, date, amount);
    return new Event(
        kind,
        CUSTOMER,
        plain.at(),
        plain.fingerprint(),
        amount,
        plain.spread(),
        region,
        0,
        plain.peerNetwork(),
        roaming,
        0,
        plain.appendedAt(),
        null,
        null,
        null,
        null);
  }

  private void profile(String date, String activatedOn, String region) {
    Profile profile =
        new Profile(
            harness.at(date, "09:00"),
            LocalDate.parse(activatedOn),
            Profile.Status.ACTIVE,
            Profile.Payment.POSTPAID,
            null,
            null,
            null,
            null,
            region,
            null,
            null,
            null,
            null);
    harness.accept(Event.of(CUSTOMER, profile));
  }
}
