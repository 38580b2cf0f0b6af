package dev.ebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DaySumsTest {
  private static final int FIRST = 20_000;
  private static final long TEN_MINUTES = 600;

  @Test
  void shouldNotFallWhileUseIsSteady() {
    DaySums sums = of(60, 60);
    assertThat(sums.hasFallen(FIRST + 59)).isFalse();
  }

  @Test
  void shouldFallWhenHalfOfTheWeekIsGone() {
    DaySums sums = of(60, 56);
    assertThat(sums.hasFallen(FIRST + 58)).isFalse();
    assertThat(sums.hasFallen(FIRST + 59)).isTrue();
  }

  @Test
  void shouldNotFallWithoutAWholeBaseline() {
    assertThat(of(34, 27).hasFallen(FIRST + 33)).isFalse();
    assertThat(of(35, 28).hasFallen(FIRST + 34)).isTrue();
  }

  @Test
  void shouldBeSilentAfterSevenDaysWithoutAnAction() {
    DaySums sums = of(10, 10);
    assertThat(sums.isSilent(FIRST + 15)).isFalse();
    assertThat(sums.isSilent(FIRST + 16)).isTrue();
  }

  @Test
  void shouldReadWhatItHasPacked() {
    DaySums read = DaySums.unpack(of(60, 56).pack());
    assertThat(read.hasFallen(FIRST + 59)).isTrue();
    assertThat(read.pack()).isEqualTo(of(60, 56).pack());
  }

  /** Ten minutes a day and an action, until the calls end. */
  private static DaySums of(int days, int daysWithCalls) {
    DaySums sums = new DaySums();
    for (int day = 0; day < days; day++) {
      sums.add(FIRST + day, day < daysWithCalls ? TEN_MINUTES : 0, true);
    }
    return sums;
  }
}
