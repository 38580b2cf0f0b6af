package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.ledger.Measure;
import org.junit.jupiter.api.Test;

class SecondSimTest {

  private static final int TODAY = 20_000;
  private static final SecondSim SECOND_SIM = new SecondSim(7, 28, 0.5, 4, 0.8, 600);

  private static Subject voice(long outBefore, long outNow, long inBefore, long inNow) {
    return TestHistory.until(TODAY)
        .knownFrom(Feed.USAGE, TODAY - 34)
        .daily(Measure.VOICE_OUT, TODAY - 34, TODAY - 7, outBefore)
        .daily(Measure.VOICE_OUT, TODAY - 6, TODAY, outNow)
        .daily(Measure.VOICE_IN, TODAY - 34, TODAY - 7, inBefore)
        .daily(Measure.VOICE_IN, TODAY - 6, TODAY, inNow)
        .subject();
  }

  @Test
  void shouldAlarmWhenOutgoingFallsAndIncomingHolds() {
    Reading reading = SECOND_SIM.read(voice(1000, 300, 1000, 950));

    assertThat(reading.strength()).isEqualTo(.7);
    assertThat(reading.evidence())
        .containsEntry("dropPercent", 70.0)
        .containsEntry("incomingPercent", 95.0)
        .containsOnlyKeys(SECOND_SIM.evidenceNames());
  }

  @Test
  void shouldAlarmAtExactlyBothThresholds() {
    assertThat(SECOND_SIM.read(voice(1000, 500, 1000, 800)).strength()).isEqualTo(.5);
  }

  @Test
  void shouldNotAlarmWhenIncomingFallsToo() {
    assertThat(SECOND_SIM.read(voice(1000, 300, 1000, 790)).isAlarm()).isFalse();
    assertThat(SECOND_SIM.read(voice(1000, 300, 1000, 500))).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldNotAlarmWhenOutgoingHolds() {
    assertThat(SECOND_SIM.read(voice(1000, 510, 1000, 1000)).isAlarm()).isFalse();
  }

  @Test
  void shouldSeeNothingInALineThatIsHardlyEverCalled() {
    assertThat(SECOND_SIM.read(voice(1000, 100, 80, 80))).isEqualTo(Reading.NONE);
  }
}
