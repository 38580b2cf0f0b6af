package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpliftTest {

  /** The examples of the paper that the formula is from (Newcombe 1998, table II, method 10). */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.2000, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.6000, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.5714, 0.0582, 0.8062",
    "5, 56, 0, 29, 0.0893, -0.0381, 0.1926",
    "0, 10, 0, 20, 0.0000, -0.1611, 0.2775",
    "10, 10, 0, 20, 1.0000, 0.6791, 1.0000"
  })
  void shouldGiveTheIntervalsOfTheirSource(
      long heldOutLeft,
      long heldOut,
      long left,
      long treated,
      double middle,
      double low,
      double high) {
    Uplift uplift = new Uplift("P1", treated, left, heldOut, heldOutLeft);

    assertThat(uplift.difference()).isCloseTo(middle, within(0.00005));
    assertThat(uplift.low()).isCloseTo(low, within(0.00005));
    assertThat(uplift.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void shouldSayNothingWhereNobodyIsHeldOut() {
    assertThat(new Uplift("P6", 12, 4, 0, 0).isKnown()).isFalse();
    assertThat(new Uplift("P6", 0, 0, 12, 4).isKnown()).isFalse();
    assertThat(new Uplift("P6", 12, 4, 1, 0).isKnown()).isTrue();
  }

  /** Another way to the same ends: the shares whose own score statistic is just 1.96 away. */
  @ParameterizedTest
  @CsvSource({"410, 41, 45, 7", "380, 27, 40, 8", "3, 0, 4, 4", "50, 50, 50, 0"})
  void shouldAgreeWithSolvingTheScoreEquation(
      long treated, long left, long heldOut, long heldOutLeft) {
    Uplift uplift = new Uplift("P1", treated, left, heldOut, heldOutLeft);
    double with = (double) left / treated;
    double without = (double) heldOutLeft / heldOut;
    double low = Math.hypot(without - end(without, heldOut, 0), end(with, treated, 1) - with);
    double high = Math.hypot(end(without, heldOut, 1) - without, with - end(with, treated, 0));

    assertThat(uplift.low()).isCloseTo(without - with - low, within(1e-6));
    assertThat(uplift.high()).isCloseTo(without - with + high, within(1e-6));
  }

  /** Where between the share and 0 or 1 it would be 1.959964 standard errors away, by halving. */
  private static double end(double share, long of, double limit) {
    double inside = share;
    double outside = limit;
    for (int i = 0; i < 200; i++) {
      double middle = (inside + outside) / 2;
      double error = Math.sqrt(middle * (1 - middle) / of);
      if (Math.abs(middle - share) < 1.959964 * error) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
