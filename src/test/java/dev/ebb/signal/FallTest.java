package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Feed;
import dev.ebb.event.Profile;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallTest {

  private static final int TODAY = 20_000;
  private static final int WINDOW = TODAY - 6;
  private static final int BASELINE = TODAY - 34;
  private static final int MINUTE = 60;
  private static final Fall FALL = new Fall(Measure.VOICE_OUT, 7, 28, 0.5, 4, 10 * MINUTE);

  private static TestHistory calls(long secondsBefore, long secondsNow) {
    return TestHistory.until(TODAY)
        .knownFrom(Feed.USAGE, BASELINE)
        .daily(Measure.VOICE_OUT, BASELINE, WINDOW - 1, secondsBefore)
        .daily(Measure.VOICE_OUT, WINDOW, TODAY, secondsNow);
  }

  @Test
  void shouldAlarmAtExactlyTheThreshold() {
    assertThat(FALL.read(calls(1200, 600).subject()).strength()).isEqualTo(.5);
  }

  @Test
  void shouldNotAlarmOneSecondAboveTheThreshold() {
    Reading reading = FALL.read(calls(1200, 600).on(Measure.VOICE_OUT, TODAY, 1).subject());

    assertThat(reading.isAlarm()).isFalse();
    assertThat(reading.strength()).isGreaterThan(.499);
  }

  @Test
  void shouldSayHowFarUseFell() {
    Reading reading = FALL.read(calls(1800, 684).subject());

    assertThat(reading.mature()).isTrue();
    assertThat(reading.evidence())
        .containsEntry("dropPercent", 62.0)
        .containsEntry("windowMinutes", 79.8)
        .containsEntry("baselineMinutes", 210.0)
        .containsEntry("regionPercent", 0.0)
        .containsOnlyKeys(FALL.evidenceNames());
  }

  @Test
  void shouldRankARiseBelowWhoStaysTheSame() {
    assertThat(FALL.read(calls(600, 600).subject()).strength()).isCloseTo(.1, within(1e-9));
    assertThat(FALL.read(calls(600, 1200).subject()).strength()).isCloseTo(.05, within(1e-9));
  }

  @Test
  void shouldNotRaiseBelowTheMinimumBase() {
    assertThat(FALL.read(calls(85, 1).subject()).strength())
        .isCloseTo(.5, within(1e-9))
        .isLessThan(.5);
    assertThat(FALL.read(calls(43, 1).subject()).strength()).isCloseTo(.49, within(.01));
    assertThat(FALL.read(calls(17, 1).subject()).strength()).isCloseTo(.19, within(.01));
    assertThat(FALL.read(calls(86, 1).subject()).strength()).isCloseTo(1, within(.02));
  }

  @Test
  void shouldLeaveSilenceToItsOwnRules() {
    TestHistory threeDays = calls(1200, 0).daily(Measure.VOICE_OUT, WINDOW, WINDOW + 2, 1);
    TestHistory fourDays = calls(1200, 0).daily(Measure.VOICE_OUT, WINDOW, WINDOW + 3, 1);

    assertThat(FALL.read(threeDays.subject()).strength()).isLessThan(.5).isGreaterThan(.49);
    assertThat(FALL.read(fourDays.subject()).isAlarm()).isTrue();
  }

  @Test
  void shouldNotAlarmWhoseWeeksSwingByThemselves() {
    TestHistory swinging = calls(0, 600);
    TestHistory steady = calls(1600, 600);
    for (int week = 1; week <= 4; week++) {
      int from = TODAY - 7 * (week + 1) + 1;
      swinging.daily(Measure.VOICE_OUT, from, from + 6, week % 2 == 0 ? 600 : 2600);
    }

    Reading swings = FALL.read(swinging.subject());
    Reading falls = FALL.read(steady.subject());
    assertThat(swings.evidence()).isEqualTo(falls.evidence());
    assertThat(falls.strength()).isCloseTo(.625, within(1e-9));
    assertThat(swings.strength()).isBetween(.1, .2);
  }

  @Test
  void shouldCountAFallAsFarAsItIsSure() {
    double before = 0;
    for (int swing = 1600; swing >= 0; swing -= 100) {
      TestHistory history = calls(0, 600);
      for (int day = BASELINE; day < WINDOW; day++) {
        history.on(Measure.VOICE_OUT, day, 1600 + (day / 7 % 2 == 0 ? swing : -swing));
      }
      double strength = FALL.read(history.subject()).strength();
      assertThat(strength).isGreaterThanOrEqualTo(before);
      before = strength;
    }
    assertThat(before).isCloseTo(.625, within(1e-9));
  }

  @Test
  void shouldNotRaiseWithoutBaseline() {
    TestHistory sixDays =
        TestHistory.until(TODAY)
            .knownFrom(Feed.USAGE, WINDOW - 6)
            .daily(Measure.VOICE_OUT, WINDOW - 6, WINDOW - 1, 1200);

    assertThat(FALL.read(sixDays.subject())).isEqualTo(Reading.NONE);
    assertThat(FALL.read(TestHistory.until(TODAY).subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldBeImmatureWhileTheBaselineIsShort() {
    TestHistory sevenDays =
        TestHistory.until(TODAY)
            .knownFrom(Feed.USAGE, WINDOW - 7)
            .daily(Measure.VOICE_OUT, WINDOW - 7, WINDOW - 1, 1200)
            .daily(Measure.VOICE_OUT, WINDOW, TODAY, 600);
    Reading reading = FALL.read(sevenDays.subject());

    assertThat(reading.strength()).isBetween(.1, .2);
    assertThat(reading.mature()).isFalse();
  }

  @Test
  void shouldBeImmatureWithAnUnknownDay() {
    TestHistory history = calls(1200, 300).unknownOn(BASELINE + 3);

    assertThat(FALL.read(history.subject()).mature()).isFalse();
  }

  @Test
  void shouldHoldAHolidayAgainstNobody() {
    BaseIndex holiday = (region, day, measure) -> day >= WINDOW ? .5 : 1;
    Subject subject = calls(1200, 600).subject(null, holiday);

    assertThat(FALL.read(subject).strength())
        .isEqualTo(FALL.read(calls(1200, 1200).subject()).strength());
    assertThat(FALL.read(calls(1200, 240).subject(null, holiday)).evidence())
        .containsEntry("regionPercent", -50.0)
        .containsEntry("dropPercent", 80.0);
  }

  @Test
  void shouldJudgeNobodyWhileTheWholeWindowIsDown() {
    BaseIndex outage = (region, day, measure) -> day >= WINDOW ? 0 : 1;

    assertThat(FALL.read(calls(1200, 0).subject(null, outage))).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldBeSilentOnceTheCustomerHasLeft() {
    Profile left =
        new Profile(
            0,
            null,
            Profile.Status.LEFT,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(FALL.read(calls(1200, 0).subject(left, BaseIndex.FLAT))).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldJudgeMonthsAtTheirEndAndHoldTheReadingThroughTheNext() {
    TestHistory march = months(LocalDate.of(2026, 3, 31));
    TestHistory midApril = months(LocalDate.of(2026, 4, 17));
    TestHistory dayBefore = months(LocalDate.of(2026, 3, 30));

    Reading atTheEnd = FALL.read(march.subject());
    assertThat(atTheEnd.strength()).isEqualTo(.75);
    assertThat(atTheEnd.mature()).isTrue();
    assertThat(FALL.read(midApril.subject())).isEqualTo(atTheEnd);
    assertThat(FALL.read(dayBefore.subject()).isAlarm()).isFalse();
  }

  private static TestHistory months(LocalDate until) {
    int january = day(2025, 12, 1);
    return TestHistory.until(until)
        .by(Feed.USAGE, Spread.MONTH)
        .knownFrom(Feed.USAGE, january)
        .daily(Measure.VOICE_OUT, january, day(2026, 3, 1) - 1, 1200)
        .daily(Measure.VOICE_OUT, day(2026, 3, 1), day(2026, 3, 31), 300)
        .daily(Measure.VOICE_OUT, day(2026, 4, 1), day(2026, 4, 30), 1200);
  }

  @Test
  void shouldNotTakeTwoChangesBetweenMonthsForAKnownSwing() {
    int december = day(2025, 12, 1);
    TestHistory history =
        TestHistory.until(LocalDate.of(2026, 3, 31))
            .by(Feed.USAGE, Spread.MONTH)
            .knownFrom(Feed.USAGE, december)
            .daily(Measure.VOICE_OUT, december, day(2025, 12, 31), 1800)
            .daily(Measure.VOICE_OUT, day(2026, 1, 1), day(2026, 1, 31), 600)
            .daily(Measure.VOICE_OUT, day(2026, 2, 1), day(2026, 2, 28), 1200)
            .daily(Measure.VOICE_OUT, day(2026, 3, 1), day(2026, 3, 31), 300);

    assertThat(FALL.read(history.subject()).strength()).isCloseTo(.75, within(1e-9));
  }

  @Test
  void shouldNotJudgeAMonthByASingleOne() {
    TestHistory history =
        TestHistory.until(LocalDate.of(2026, 2, 28))
            .by(Feed.USAGE, Spread.MONTH)
            .knownFrom(Feed.USAGE, day(2026, 1, 1))
            .daily(Measure.VOICE_OUT, day(2026, 1, 1), day(2026, 1, 31), 1200);

    assertThat(FALL.read(history.subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldCutWeeksAsTheFeedDoes() {
    TestHistory history =
        TestHistory.until(TODAY)
            .by(Feed.USAGE, Spread.WEEK)
            .knownFrom(Feed.USAGE, TODAY - 30)
            .daily(Measure.VOICE_OUT, TODAY - 30, TODAY - 10, 1200)
            .daily(Measure.VOICE_OUT, TODAY - 9, TODAY - 3, 300)
            .daily(Measure.VOICE_OUT, TODAY - 2, TODAY, 1200);

    assertThat(FALL.read(history.subject()).strength()).isEqualTo(.75);
  }

  @Test
  void shouldNameItsKindAndUnitsByTheMeasure() {
    Fall data = new Fall(Measure.DATA, 7, 28, .4, 4, 500_000_000);
    Fall sms = new Fall(Measure.SMS_OUT, 7, 28, .5, 4, 10);

    assertThat(data.kind()).isEqualTo("falling-data");
    assertThat(data.evidenceNames()).contains("windowMegabytes");
    assertThat(sms.kind()).isEqualTo("falling-sms");
    assertThat(sms.evidenceNames()).contains("baselineMessages");
  }

  @Test
  void shouldRefuseAMeasureThatIsNoOwnUse() {
    assertThatThrownBy(() -> new Fall(Measure.SPEND, 7, 28, .5, 4, 1))
        .hasMessage("measure must be one of [VOICE_OUT, VOICE_IN, SMS_OUT, DATA] but was SPEND");
  }

  private static int day(int year, int month, int day) {
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }
}
