package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ThinUseTest {
  private static final int TODAY = (int) LocalDate.of(2026, 6, 30).toEpochDay();
  private static final int JUNE = TODAY - 29;
  private static final ThinUse THIN = new ThinUse(1_800, 2);

  private static TestHistory june(int secondsOut, int secondsIn) {
    return TestHistory.until(TODAY)
        .by(Feed.USAGE, Spread.MONTH)
        .knownFrom(Feed.USAGE, JUNE)
        .daily(Measure.VOICE_OUT, JUNE, TODAY, secondsOut / 30)
        .daily(Measure.VOICE_IN, JUNE, TODAY, secondsIn / 30);
  }

  private static double strength(TestHistory history) {
    return THIN.read(history.subject()).strength();
  }

  @Test
  void shouldGradeAPeriodByTheThinnerDirection() {
    assertThat(strength(june(18_000, 1_800))).isEqualTo(.2);
    assertThat(strength(june(1_800, 18_000))).isEqualTo(.2);
    assertThat(strength(june(18_000, 18_000))).isLessThan(.04);
  }

  @Test
  void shouldNotTakeADirectionThatTheFeedLacksForNoUse() {
    assertThat(strength(june(18_000, 0))).isLessThan(.04);
    assertThat(strength(june(0, 0))).isZero();
  }

  @Test
  void shouldGradeDaysByActiveMonthsOfThoseKnown() {
    TestHistory history = TestHistory.until(TODAY).knownFrom(Feed.USAGE, TODAY - 90);

    assertThat(strength(history)).isEqualTo(ThinUse.MOST);
    history.on(Measure.DATA, TODAY, 1).on(Measure.DATA, TODAY - 31, 1);
    assertThat(strength(history)).isCloseTo(ThinUse.MOST * 2 / (2 + 13 * 2 / 3.0), within(1e-9));
  }

  @Test
  void shouldNeverAlarm() {
    assertThat(ThinUse.MOST).isLessThan(Reading.THRESHOLD);
    assertThat(THIN.read(TestHistory.until(TODAY).subject())).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldRefuseMarksOutOfBounds() {
    assertThatThrownBy(() -> new ThinUse(0, 2))
        .hasMessage("low-minutes must be at least 1 but was 0 s");
    assertThatThrownBy(() -> new ThinUse(60, 13))
        .hasMessage("low-months must be at most 12 but was 13 months");
  }
}
