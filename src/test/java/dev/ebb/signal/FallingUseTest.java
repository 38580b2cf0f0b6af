package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FallingUseTest {
  private static final int TODAY = 20_000;
  private static final int WINDOW = TODAY - 6;
  private static final int BASELINE = TODAY - 34;
  private static final FallingUse FALLING = new FallingUse(7, 28, .5, 4);

  private static TestHistory calls(long before, long now) {
    return use(
        TestHistory.until(TODAY).knownFrom(Feed.USAGE, BASELINE), Measure.VOICE_OUT, before, now);
  }

  private static TestHistory use(TestHistory history, Measure measure, long before, long now) {
    return history.daily(measure, BASELINE, WINDOW - 1, before).daily(measure, WINDOW, TODAY, now);
  }

  private static double strength(TestHistory history) {
    return FALLING.read(history.subject()).strength();
  }

  @Test
  void shouldAlarmAtTheThresholdWhereAllFallsAlike() {
    TestHistory history = use(calls(1200, 600), Measure.DATA, 4_000, 2_000);
    Reading reading = FALLING.read(history.subject());

    assertThat(reading.strength()).isCloseTo(.5, within(1e-9));
    assertThat(reading.mature()).isTrue();
    assertThat(reading.evidence())
        .containsEntry("dropPercent", 50.0)
        .containsEntry("measures", 2.0)
        .containsOnlyKeys(FALLING.evidenceNames());
  }

  @Test
  void shouldNotAlarmWhereOneHabitReplacesAnother() {
    assertThat(strength(use(calls(1200, 0), Measure.DATA, 4_000, 4_400))).isLessThan(.5);
    assertThat(strength(use(calls(1200, 0), Measure.DATA, 4_000, 8_000)))
        .isCloseTo(.1, within(1e-9));
  }

  @Test
  void shouldListenMoreToWhatIsSteady() {
    TestHistory history = calls(1200, 300);
    for (int day = BASELINE; day < WINDOW; day++) {
      history.on(Measure.DATA, day, day / 7 % 2 == 0 ? 0 : 8_000);
    }
    history.daily(Measure.DATA, WINDOW, TODAY, 4_000);

    assertThat(strength(history)).isGreaterThan(.6);
  }

  @Test
  void shouldSeeTogetherWhatNoMeasureShowsByItself() {
    Fall calls = new Fall(Measure.VOICE_OUT, 7, 28, .5, 4, 60);
    Fall data = new Fall(Measure.DATA, 7, 28, .5, 4, 1);
    TestHistory history = calls(0, 400);
    history.daily(Measure.DATA, WINDOW, TODAY, 400);
    for (int day = BASELINE; day < WINDOW; day++) {
      boolean calling = day / 7 % 2 == 0;
      history.on(Measure.VOICE_OUT, day, calling ? 1600 : 400);
      history.on(Measure.DATA, day, calling ? 400 : 1600);
    }

    assertThat(calls.read(history.subject()).isAlarm()).isFalse();
    assertThat(data.read(history.subject()).isAlarm()).isFalse();
    assertThat(strength(history)).isCloseTo(.6, within(.01));
  }

  @Test
  void shouldLeaveSilenceToItsOwnRules() {
    assertThat(FALLING.read(calls(1200, 0).subject()).isAlarm()).isFalse();
    assertThat(FALLING.read(calls(1200, 1).subject()).isAlarm()).isTrue();
  }

  @Test
  void shouldHoldAHolidayAgainstNobody() {
    BaseIndex holiday = (region, day, measure) -> day >= WINDOW ? .5 : 1;

    assertThat(FALLING.read(calls(1200, 600).subject(null, holiday)).strength())
        .isCloseTo(strength(calls(1200, 1200)), within(1e-9));
  }

  @Test
  void shouldCompareMonths() {
    int january = (int) LocalDate.of(2026, 1, 1).toEpochDay();
    TestHistory history =
        TestHistory.until(LocalDate.of(2026, 4, 30))
            .by(Feed.USAGE, Spread.MONTH)
            .knownFrom(Feed.USAGE, january)
            .daily(Measure.VOICE_IN, january, january + 89, 1200)
            .daily(Measure.VOICE_IN, january + 90, january + 119, 300);
    Reading reading = FALLING.read(history.subject());

    assertThat(reading.strength()).isCloseTo(.75, within(1e-9));
    assertThat(reading.ofPeriod()).isTrue();
  }

  @Test
  void shouldSeeNothingWithoutUse() {
    assertThat(FALLING.read(TestHistory.until(TODAY).subject())).isEqualTo(Reading.NONE);
    assertThat(FALLING.read(calls(0, 0).subject())).isEqualTo(Reading.NONE);
  }
}
