package dev.ebb.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.risk.Risk.Share;
import dev.ebb.signal.Family;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {
  private static final Duration HALF_LIFE = Duration.ofDays(14);

  @Test
  void shouldBeNothingWithoutSignals() {
    assertThat(Risk.of(List.of())).isZero();
  }

  @Test
  void shouldCountTheStrongestOfAFamily() {
    assertThat(Risk.of(List.of(share(Family.USAGE, .4, .5), share(Family.USAGE, .2, .5))))
        .isCloseTo(.2, within(1e-12));
  }

  @Test
  void shouldCombineFamiliesAsANoisyOr() {
    assertThat(Risk.of(List.of(share(Family.USAGE, .4, .5), share(Family.MONEY, .5, 1))))
        .isCloseTo(1 - .8 * .5, within(1e-12));
  }

  @Test
  void shouldCountHalfAfterTheHalfLife() {
    Share old = new Share(Family.USAGE, .4, 1, HALF_LIFE.toMillis(), HALF_LIFE);

    assertThat(Risk.of(List.of(old))).isCloseTo(.2, within(1e-12));
  }

  @Test
  void shouldCountASignalSeenAheadOfTimeInFull() {
    Share ahead = new Share(Family.USAGE, .4, 1, -1, HALF_LIFE);

    assertThat(Risk.of(List.of(ahead))).isCloseTo(.4, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW",
    ".1499, LOW",
    ".15, ELEVATED",
    ".2999, ELEVATED",
    ".3, HIGH",
    ".5, SEVERE",
    "1, SEVERE"
  })
  void shouldBeginEachBandAtItsThreshold(double risk, Band band) {
    assertThat(Bands.DEFAULT.of(risk)).isEqualTo(band);
  }

  @Test
  void shouldRefuseBandsOutOfOrder() {
    assertThatThrownBy(() -> new Bands(.3, .2, .5))
        .hasMessage("bands must be 0 < elevated < high < severe <= 1 but were 0.3, 0.2, 0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ACQUISITION",
    "89, 0, ACQUISITION",
    "90, 0, BUILD_UP",
    "364, 0, BUILD_UP",
    "365, 0, CLIMAX",
    "10, .3, DECLINE",
    "400, .2999, CLIMAX"
  })
  void shouldStageByAgeAndRisk(int age, double risk, Stage stage) {
    LocalDate activated = LocalDate.of(2025, 6, 1);
    int day = (int) activated.plusDays(age).toEpochDay();

    assertThat(StageRule.DEFAULT.of(activated, day, risk)).isEqualTo(stage);
  }

  @Test
  void shouldTakeAnUnknownActivationForAMatureCustomer() {
    assertThat(StageRule.DEFAULT.of(null, 20_000, 0)).isEqualTo(Stage.CLIMAX);
  }

  @Test
  void shouldRankByMoneyAtStake() {
    Value value = new Value(10_000, Tier.STANDARD);

    assertThat(Priority.of(value, .5, .4)).isCloseTo(2_000, within(1e-9));
  }

  private static Share share(Family family, double weight, double strength) {
    return new Share(family, weight, strength, 0, HALF_LIFE);
  }
}
