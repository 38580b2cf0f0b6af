package dev.ebb.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Plan;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuationTest {
  private static final LocalDate MID_JUNE = LocalDate.of(2026, 6, 15);
  private final MonthlyHistory history = new MonthlyHistory(MID_JUNE);

  @Test
  void shouldAverageTheLastThreeWholeMonths() {
    history.spend(2026, 2, 99_900, 28).spend(2026, 3, 9_000, 31).spend(2026, 4, 12_000, 30);
    history.spend(2026, 5, 15_000, 31).spend(2026, 6, 99_900, 15);

    assertThat(arpu(null)).isEqualTo(12_000);
  }

  @Test
  void shouldTakeTheMonthThatEndsWithTheJudgedDayForWhole() {
    MonthlyHistory endOfJune = new MonthlyHistory(LocalDate.of(2026, 6, 30));
    endOfJune.spend(2026, 6, 7_000, 30);

    assertThat(Valuation.DEFAULT.of(endOfJune, null).arpu()).isEqualTo(7_000);
  }

  @Test
  void shouldLeaveOutAMonthKnownOnFewerThan25Days() {
    history.spend(2026, 4, 10_000, 25).spend(2026, 5, 2_000, 24);

    assertThat(arpu(null)).isEqualTo(10_000);
  }

  @Test
  void shouldFallBackOnThePlansFee() {
    history.spend(2026, 5, 2_000, 24).recentSpend(3_000);

    assertThat(arpu(withFee(8_800))).isEqualTo(8_800);
  }

  @Test
  void shouldFallBackOnTheLastThirtyDaysWithoutAPlan() {
    history.recentSpend(3_000);

    assertThat(arpu(null)).isEqualTo(3_000);
  }

  @Test
  void shouldNotValueARefundBelowNothing() {
    history.spend(2026, 5, -500, 31);

    assertThat(arpu(null)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "11000, DIAMOND",
    "10999, GOLD",
    "6000, GOLD",
    "5999, SILVER",
    "3000, SILVER",
    "2999, STANDARD"
  })
  void shouldTierByPointsFirst(int points, Tier tier) {
    assertThat(Valuation.DEFAULT.of(history, withPoints(points)).tier()).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({
    "12000, 6000, VALUED",
    "11999, 6000, STANDARD",
    "12000, 5999, STANDARD",
    "50000, 5999, STANDARD"
  })
  void shouldValueSpendWithEnoughCalls(long spend, long voiceSeconds, Tier tier) {
    history.spend(2026, 5, spend, 31).voice(2026, 5, voiceSeconds, 31);

    assertThat(Valuation.DEFAULT.of(history, null).tier()).isEqualTo(tier);
  }

  @Test
  void shouldValueSpendAloneWhereCallsAreUnknown() {
    history.spend(2026, 5, 12_000, 31).voice(2026, 5, 0, 24);

    assertThat(Valuation.DEFAULT.of(history, null).tier()).isEqualTo(Tier.VALUED);
  }

  @ParameterizedTest
  @CsvSource({"9000, VALUED", "9001, STANDARD"})
  void shouldValueTheTopOfARegionWhateverTheyCall(long topFrom, Tier tier) {
    history.spend(2026, 5, 9_000, 31).voice(2026, 5, 0, 31);

    assertThat(Valuation.DEFAULT.of(history, null, topFrom).tier()).isEqualTo(tier);
  }

  @Test
  void shouldKeepTheCardOfATopCustomer() {
    history.spend(2026, 5, 9_000, 31);

    assertThat(Valuation.DEFAULT.of(history, withPoints(6_000), 1).tier()).isEqualTo(Tier.GOLD);
  }

  @Test
  void shouldRefuseATopOfMoreThanHalf() {
    assertThatThrownBy(() -> new TopShare(.51, 200))
        .hasMessage("top-share must be 0 to 0.5 but was 0.51");
    assertThatThrownBy(() -> new TopShare(.1, 0))
        .hasMessage("top-min-customers must be 1 to 1000000 but was 0");
  }

  @Test
  void shouldRefusePointsOutOfOrder() {
    assertThatThrownBy(() -> new Valuation(5, 6, 7, 0, 0, 25, TopShare.DEFAULT, Cohorts.DEFAULT))
        .hasMessage("points must be 0 < silver < gold < diamond but were 7, 6, 5");
  }

  private long arpu(Profile profile) {
    return Valuation.DEFAULT.of(history, profile).arpu();
  }

  private static Profile withFee(long fee) {
    return profile(new Plan("P", null, fee), null);
  }

  private static Profile withPoints(int points) {
    return profile(null, points);
  }

  private static Profile profile(Plan plan, Integer points) {
    return new Profile(1, null, null, null, plan, null, points, null, null, null, null, null, null);
  }
}
