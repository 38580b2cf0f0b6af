package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Silence and the top-up gap, judged by the customer's own rhythm. */
class GapsTest {

  private static final int TODAY = 20_000;
  private static final Silence SILENCE = new Silence(7, 2, 28, false);
  private static final TopupGap TOPUP_GAP = new TopupGap(14, 1.5, 3, 56);

  private static TestHistory every(int days, Measure measure, int lastTime) {
    TestHistory history = TestHistory.until(TODAY).knownFrom(measure.feed(), TODAY - 90);
    for (int day = lastTime; day > TODAY - 91; day -= days) {
      history.on(measure, day, 60);
    }
    return history;
  }

  @Test
  void shouldAlarmAfterAWeekOfADailyUsersSilence() {
    Reading reading = SILENCE.read(every(1, Measure.VOICE_OUT, TODAY - 7).subject());

    assertThat(reading.strength()).isEqualTo(.5);
    assertThat(reading.mature()).isTrue();
    assertThat(reading.evidence())
        .containsEntry("gapDays", 7.0)
        .containsEntry("ownGapDays", 1.0)
        .containsEntry("limitDays", 7.0)
        .containsOnlyKeys(SILENCE.evidenceNames());
    assertThat(SILENCE.read(every(1, Measure.VOICE_OUT, TODAY - 6).subject()).isAlarm()).isFalse();
  }

  @Test
  void shouldWaitLongerForWhoActsSeldom() {
    assertThat(SILENCE.read(every(10, Measure.DATA, TODAY - 19).subject()).isAlarm()).isFalse();
    assertThat(SILENCE.read(every(10, Measure.DATA, TODAY - 20).subject()).strength())
        .isEqualTo(.5);
  }

  @Test
  void shouldGrowWithTheGapWithoutEnd() {
    assertThat(SILENCE.read(every(1, Measure.SMS_OUT, TODAY - 14).subject()).strength())
        .isEqualTo(.75);
    assertThat(SILENCE.read(every(1, Measure.SMS_OUT, TODAY - 70).subject()).strength())
        .isEqualTo(.95);
  }

  @Test
  void shouldRememberTheRhythmHoweverLongTheSilence() {
    TestHistory history = TestHistory.until(TODAY).knownFrom(Feed.USAGE, TODAY - 400);
    for (int day = TODAY - 300; day <= TODAY - 200; day += 10) {
      history.on(Measure.VOICE_OUT, day, 60);
    }

    assertThat(SILENCE.read(history.subject()).evidence())
        .containsEntry("gapDays", 200.0)
        .containsEntry("ownGapDays", 10.0);
  }

  @Test
  void shouldKnowFromMonthsHowLongAGapHasBeenBefore() {
    TestHistory history =
        TestHistory.until(LocalDate.of(2026, 12, 31))
            .knownFrom(Feed.SPEND, (int) LocalDate.of(2026, 1, 1).toEpochDay())
            .on(Measure.SPEND, (int) LocalDate.of(2026, 1, 28).toEpochDay(), 900)
            .on(Measure.SPEND, (int) LocalDate.of(2026, 6, 5).toEpochDay(), 900);

    assertThat(SILENCE.read(history.subject()).evidence())
        .containsEntry("gapDays", 209.0)
        .containsEntry("ownGapDays", 140.0);
  }

  @Test
  void shouldNotTakeMonthsInARowForAGap() {
    TestHistory history =
        TestHistory.until(TODAY)
            .knownFrom(Feed.USAGE, TODAY - 350)
            .daily(Measure.VOICE_OUT, TODAY - 350, TODAY - 100, 60)
            .on(Measure.VOICE_OUT, TODAY - 8, 60);

    assertThat(SILENCE.read(history.subject()).evidence()).containsEntry("ownGapDays", 102.0);
    history.daily(Measure.VOICE_OUT, TODAY - 99, TODAY - 8, 60);
    assertThat(SILENCE.read(history.subject()).evidence()).containsEntry("ownGapDays", 1.0);
  }

  @Test
  void shouldReadSpendWhereThereIsNoUse() {
    TestHistory history = every(10, Measure.SPEND, TODAY - 20);

    assertThat(SILENCE.read(history.subject()).strength()).isEqualTo(.5);
    history.knownFrom(Feed.USAGE, TODAY - 90);
    assertThat(SILENCE.read(history.subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldTakeBeingCalledForLifeOfALineThatNeverCalls() {
    TestHistory history = every(1, Measure.VOICE_IN, TODAY - 7);

    assertThat(SILENCE.read(history.subject()).strength()).isEqualTo(.5);
  }

  @Test
  void shouldTakeBeingCalledForNoSignOfLife() {
    TestHistory history =
        every(1, Measure.VOICE_OUT, TODAY - 8).daily(Measure.VOICE_IN, TODAY - 90, TODAY, 600);

    assertThat(SILENCE.read(history.subject()).isAlarm()).isTrue();
  }

  @Test
  void shouldTakeBeingCalledForLifeOfALineThatIsNotDormant() {
    Silence dormant = new Silence(7, 2, 28, true);
    TestHistory silent = every(1, Measure.VOICE_OUT, TODAY - 20);

    assertThat(dormant.kind()).isEqualTo("dormant");
    assertThat(dormant.read(silent.subject()).strength())
        .isEqualTo(SILENCE.read(silent.subject()).strength());
    silent.daily(Measure.VOICE_IN, TODAY - 90, TODAY - 2, 600);
    assertThat(dormant.read(silent.subject()).isAlarm()).isFalse();
    assertThat(SILENCE.read(silent.subject()).isAlarm()).isTrue();
  }

  @Test
  void shouldNotCountDaysOnWhichTheRegionWasDown() {
    BaseIndex outage = (region, day, measure) -> day > TODAY - 3 ? .1 : 1;
    TestHistory history = every(1, Measure.VOICE_OUT, TODAY - 9);

    assertThat(SILENCE.read(history.subject(null, outage)).evidence())
        .containsEntry("gapDays", 6.0);
  }

  @Test
  void shouldNotCountUnknownDays() {
    TestHistory history =
        every(1, Measure.VOICE_OUT, TODAY - 7).by(Feed.USAGE, Spread.DAY).unknownOn(TODAY - 2);
    Reading reading = SILENCE.read(history.subject());

    assertThat(reading.evidence()).containsEntry("gapDays", 6.0);
    assertThat(reading.mature()).isFalse();
  }

  @Test
  void shouldBeImmatureBeforeARhythmCanBeKnown() {
    TestHistory history =
        TestHistory.until(TODAY)
            .knownFrom(Feed.USAGE, TODAY - 26)
            .daily(Measure.VOICE_OUT, TODAY - 26, TODAY - 10, 60);
    Reading reading = SILENCE.read(history.subject());

    assertThat(reading.isAlarm()).isTrue();
    assertThat(reading.mature()).isFalse();
    history.knownFrom(Feed.USAGE, TODAY - 27);
    assertThat(SILENCE.read(history.subject()).mature()).isTrue();
  }

  @Test
  void shouldStayMatureWhenTheSilenceOutlastsTheRing() {
    TestHistory history =
        TestHistory.until(TODAY)
            .knownFrom(Feed.USAGE, TODAY - 200)
            .daily(Measure.VOICE_OUT, TODAY - 200, TODAY - 100, 60);
    Reading reading = SILENCE.read(history.subject());

    assertThat(reading.evidence()).containsEntry("gapDays", 100.0);
    assertThat(reading.mature()).isTrue();
  }

  @Test
  void shouldSeeNothingOfWhoNeverActed() {
    TestHistory history = TestHistory.until(TODAY).knownFrom(Feed.USAGE, TODAY - 90);

    assertThat(SILENCE.read(history.subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldNotReadDaysOutOfMonthlyRecords() {
    TestHistory history = every(1, Measure.VOICE_OUT, TODAY - 30).by(Feed.USAGE, Spread.MONTH);

    assertThat(SILENCE.read(history.subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldAlarmWhenATopupIsOverdueByHalf() {
    TestHistory due = every(20, Measure.TOPUP, TODAY - 29);
    TestHistory overdue = every(20, Measure.TOPUP, TODAY - 30);

    assertThat(TOPUP_GAP.read(due.subject()).isAlarm()).isFalse();
    Reading reading = TOPUP_GAP.read(overdue.subject());
    assertThat(reading.strength()).isEqualTo(.5);
    assertThat(reading.mature()).isTrue();
    assertThat(reading.evidence()).containsOnlyKeys(TOPUP_GAP.evidenceNames());
  }

  @Test
  void shouldAlarmWhoToppedUpEveryMonthHoweverLongTheGap() {
    for (int gap : new int[] {45, 60, 80, 100, 150}) {
      TestHistory history =
          TestHistory.until(TODAY)
              .knownFrom(Feed.SPEND, TODAY - 400)
              .daily(Measure.VOICE_OUT, TODAY - 400, TODAY, 60);
      for (int day = TODAY - gap; day > TODAY - 400; day -= 30) {
        history.on(Measure.TOPUP, day, 3_000);
      }
      Reading reading = TOPUP_GAP.read(history.subject());

      assertThat(reading.isAlarm()).as("%d days", gap).isTrue();
      assertThat(reading.mature()).as("%d days", gap).isTrue();
      assertThat(reading.evidence().get("ownGapDays")).as("%d days", gap).isBetween(30.0, 46.0);
    }
  }

  @Test
  void shouldCountDaysAsTheyAreWhereNoSpendIsKnownSinceTheTopup() {
    TestHistory history = every(10, Measure.TOPUP, TODAY - 120).knownFrom(Feed.SPEND, TODAY - 200);
    history.on(Measure.TOPUP, TODAY - 120, 3_000).daily(Measure.SPEND, TODAY - 200, TODAY - 120, 9);
    for (int day = TODAY - 119; day <= TODAY; day++) {
      history.unknownOn(day);
    }
    Reading reading = TOPUP_GAP.read(history.subject());

    assertThat(reading.evidence().get("usedDays"))
        .isPositive()
        .isEqualTo(reading.evidence().get("gapDays"));
    assertThat(reading.mature()).isFalse();
  }

  @Test
  void shouldBeImmatureAfterASingleTopup() {
    TestHistory history =
        TestHistory.until(TODAY).knownFrom(Feed.SPEND, TODAY - 90).on(Measure.TOPUP, TODAY - 20, 1);
    Reading reading = TOPUP_GAP.read(history.subject());

    assertThat(reading.isAlarm()).isTrue();
    assertThat(reading.mature()).isFalse();
  }
}
