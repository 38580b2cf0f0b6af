package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Falling spend and low-water months, judged by whole calendar months. */
class MonthsTest {

  private static final FallingSpend FALLING = new FallingSpend(.6, 0.5, 1_000, 100);
  private static final LowWaterMonths LOW = new LowWaterMonths(5_000, 6_000, 12_000, 6_000, 100);
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final long CALLS = 12_000;

  /** One bill and one call a month, from January on; known to the end of the last one. */
  private static TestHistory bills(long... minor) {
    TestHistory history = TestHistory.until(JANUARY.plusMonths(minor.length).atDay(1).minusDays(1));
    return bills(history, minor);
  }

  private static TestHistory bills(TestHistory history, long... minor) {
    history.knownFrom(Feed.SPEND, (int) JANUARY.atDay(1).toEpochDay());
    for (int i = 0; i < minor.length; i++) {
      int day = (int) JANUARY.plusMonths(i).atDay(3).toEpochDay();
      history.on(Measure.SPEND, day, minor[i]).on(Measure.VOICE_OUT, day, CALLS);
    }
    return history;
  }

  private static TestHistory withCalls(TestHistory history) {
    return history.knownFrom(Feed.USAGE, (int) JANUARY.atDay(1).toEpochDay());
  }

  @Test
  void shouldAlarmAtExactlySixtyPercentOfTheUsualMonth() {
    assertThat(FALLING.read(bills(10_000, 9_000, 11_000, 6_000).subject()).strength())
        .isEqualTo(.5);
    assertThat(FALLING.read(bills(10_000, 9_000, 11_000, 6_001).subject()).isAlarm()).isFalse();
  }

  @Test
  void shouldSayWhatTheMonthBrought() {
    Reading reading = FALLING.read(bills(10_000, 9_000, 11_000, 4_500).subject());

    assertThat(reading.mature()).isTrue();
    assertThat(reading.evidence())
        .containsEntry("dropPercent", 55.0)
        .containsEntry("monthSpendMajor", 45.0)
        .containsEntry("usualSpendMajor", 100.0)
        .containsOnlyKeys(FALLING.evidenceNames());
  }

  @Test
  void shouldTakeAMonthOfRefundsForAnEmptyOne() {
    TestHistory empty = withCalls(bills(10_000, 10_000, 10_000, 0));
    TestHistory refunded = withCalls(bills(10_000, 10_000, 10_000, -4_000));

    Reading reading = FALLING.read(refunded.subject());
    assertThat(reading.strength()).isEqualTo(FALLING.read(empty.subject()).strength());
    assertThat(reading.evidence())
        .containsEntry("dropPercent", 100.0)
        .containsEntry("monthSpendMajor", -40.0);
  }

  @Test
  void shouldHoldTheReadingThroughTheNextMonth() {
    Reading atTheEnd = FALLING.read(bills(10_000, 10_000, 10_000, 3_000).subject());
    TestHistory midMay =
        bills(TestHistory.until(LocalDate.of(2026, 5, 12)), 10_000, 10_000, 10_000, 3_000, 9_000);

    assertThat(FALLING.read(midMay.subject())).isEqualTo(atTheEnd);
  }

  @Test
  void shouldBeImmatureWithTwoMonthsBeforeAndSilentWithOne() {
    assertThat(FALLING.read(bills(10_000, 10_000, 3_000).subject()).mature()).isFalse();
    assertThat(FALLING.read(bills(10_000, 3_000).subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldTakeTwoMonthsBeforeForEnoughWhereRecordsAreMonthly() {
    TestHistory history = bills(10_000, 10_000, 3_000).by(Feed.SPEND, Spread.MONTH);

    assertThat(FALLING.read(history.subject()).mature()).isTrue();
  }

  @Test
  void shouldSeeNothingInSmallChange() {
    assertThat(FALLING.read(bills(999, 999, 999, 0).subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldAlarmInTheSecondLowMonth() {
    Reading first = LOW.read(bills(15_000, 15_000, 15_000, 4_999).subject());
    Reading second = LOW.read(bills(15_000, 15_000, 15_000, 4_000, 4_999).subject());

    assertThat(first).isEqualTo(Reading.NONE);
    assertThat(second.strength()).isEqualTo(.5);
    assertThat(second.evidence())
        .containsEntry("lowMonths", 2.0)
        .containsEntry("bestSpendMajor", 150.0)
        .containsOnlyKeys(LOW.evidenceNames());
  }

  @Test
  void shouldNotAlarmAtTheLowMarkItself() {
    assertThat(LOW.read(bills(15_000, 15_000, 15_000, 4_000, 5_000).subject()).isAlarm()).isFalse();
  }

  @Test
  void shouldTakeNoMonthForLowOfWhoBuysNowAndThen() {
    Subject member = bills(60_000, 0, 0, 60_000, 0, 0).subject(new Snapshot(2026 * 12, 20_000));

    assertThat(LOW.read(member)).isEqualTo(Reading.NONE);
    assertThat(
            LOW.read(bills(20_000, 20_000, 20_000, 0, 0).subject(new Snapshot(2026 * 12, 20_000)))
                .strength())
        .isEqualTo(1);
  }

  @Test
  void shouldCountMonthsApart() {
    assertThat(LOW.read(bills(15_000, 15_000, 15_000, 4_000, 9_000, 1_000).subject()).isAlarm())
        .isTrue();
  }

  @Test
  void shouldEaseInAGoodMonth() {
    assertThat(LOW.read(bills(15_000, 15_000, 15_000, 4_000, 1_000, 14_000).subject()))
        .isEqualTo(Reading.NONE);
  }

  @Test
  void shouldNotWatchWhoWasNeverWorthMuch() {
    assertThat(LOW.read(bills(12_000, 12_000, 11_999, 1_000, 1_000).subject()))
        .isEqualTo(Reading.NONE);
    assertThat(LOW.read(bills(12_000, 12_000, 12_000, 1_000, 1_000).subject()).isAlarm()).isTrue();
  }

  @Test
  void shouldCountFewMinutesAsLowToo() {
    TestHistory history = withCalls(bills(15_000, 15_000, 15_000, 15_000, 15_000));
    history.on(Measure.VOICE_OUT, (int) LocalDate.of(2026, 4, 3).toEpochDay(), -CALLS);
    history.on(Measure.VOICE_OUT, (int) LocalDate.of(2026, 5, 3).toEpochDay(), -CALLS);

    assertThat(LOW.read(history.subject()).strength()).isEqualTo(1);
  }

  @Test
  void shouldAskAMemberForMinutesWhereTheyAreKnown() {
    TestHistory history = withCalls(bills(15_000, 15_000, 15_000, 1_000, 1_000));
    for (int month = 1; month <= 3; month++) {
      history.on(Measure.VOICE_OUT, (int) LocalDate.of(2026, month, 3).toEpochDay(), 5_999 - CALLS);
    }

    assertThat(LOW.read(history.subject())).isEqualTo(Reading.NONE);
  }
}
