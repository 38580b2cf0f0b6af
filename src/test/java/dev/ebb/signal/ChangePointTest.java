package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Measure;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangePointTest {
  private static final int TODAY = 20_000;
  private static final ChangePoint RULE = new ChangePoint(Measure.VOICE_OUT, 21, 35, .5, 5, 600);

  /** Twice as much on two days of the week, and chance of a fifth either way. */
  private static long usual(int day, Random chance) {
    double level = Math.floorMod(day, 7) < 2 ? 1200 : 600;
    return Math.round(level * (.8 + .4 * chance.nextDouble()));
  }

  private static TestHistory lowerBy(double share, int lastDays, long seed) {
    TestHistory history = TestHistory.until(TODAY).knownFrom(Feed.USAGE, TODAY - 90);
    Random chance = new Random(seed);
    for (int day = TODAY - 90; day <= TODAY; day++) {
      double level = day > TODAY - lastDays ? 1 - share : 1;
      history.on(Measure.VOICE_OUT, day, Math.round(level * usual(day, chance)));
    }
    return history;
  }

  private static Reading read(TestHistory history) {
    return RULE.read(history.subject());
  }

  @Test
  void shouldSeeASmallShiftThatLasts() {
    for (int seed = 0; seed < 50; seed++) {
      Reading reading = read(lowerBy(.25, 14, seed));

      assertThat(reading.isAlarm()).as("seed %d", seed).isTrue();
      assertThat(reading.mature()).isTrue();
      assertThat(reading.evidence().get("shiftDays")).isBetween(12.0, 21.0);
      assertThat(reading.evidence().get("dropPercent")).isBetween(12.0, 35.0);
    }
  }

  @Test
  void shouldHardlyEverBeMisledByWeekdaysAndChance() {
    int alarms = 0;
    for (int seed = 0; seed < 200; seed++) {
      alarms += read(lowerBy(0, 0, seed)).isAlarm() ? 1 : 0;
    }

    assertThat(alarms).isLessThanOrEqualTo(10);
  }

  @Test
  void shouldNotMindOneBadDay() {
    assertThat(read(lowerBy(.9, 1, 1)).isAlarm()).isFalse();
  }

  @Test
  void shouldNotHoldAgainstACustomerWhatTheWholeRegionDoes() {
    TestHistory history = lowerBy(.4, 20, 1);
    BaseIndex index = (region, day, measure) -> day > TODAY - 20 ? .6 : 1;

    assertThat(RULE.read(history.subject(null, index)).isAlarm()).isFalse();
  }

  @Test
  void shouldBeImmatureWhereTheBaselineIsYoungAndSilentWhereItIsTooYoung() {
    assertThat(read(youngBy(50)).isAlarm()).isTrue();
    assertThat(read(youngBy(50)).mature()).isFalse();
    assertThat(read(youngBy(35))).isEqualTo(Reading.NONE);
  }

  private static TestHistory youngBy(int days) {
    TestHistory history = TestHistory.until(TODAY).knownFrom(Feed.USAGE, TODAY - days + 1);
    history.daily(Measure.VOICE_OUT, TODAY - days + 1, TODAY - 14, 600);
    return history.daily(Measure.VOICE_OUT, TODAY - 13, TODAY, 300);
  }

  @Test
  void shouldSeeNothingInLittleUseOrCoarseRecords() {
    TestHistory little = TestHistory.until(TODAY).knownFrom(Feed.USAGE, TODAY - 90);
    little.daily(Measure.VOICE_OUT, TODAY - 90, TODAY - 14, 60);

    assertThat(read(little)).isEqualTo(Reading.NONE);
    assertThat(read(lowerBy(.5, 20, 1).by(Feed.USAGE, Spread.WEEK))).isEqualTo(Reading.NONE);
  }
}
