package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class GradeProperties {

  @Property(seed = "1")
  void strengthStaysInBounds(
      @ForAll double x, @ForAll @DoubleRange(min = .05, max = .95) double t) {
    assertThat(Grade.fallTo(t).strength(x)).isBetween(0.0, 1.0);
  }

  @Property(seed = "1")
  void strengthNeverFallsWhenTheRatioFalls(
      @ForAll @DoubleRange(max = 1.5) double x,
      @ForAll @DoubleRange(max = 1.5) double y,
      @ForAll @DoubleRange(min = .05, max = .95) double t) {
    Grade grade = Grade.fallTo(t);
    assertThat(grade.strength(Math.min(x, y)))
        .isGreaterThanOrEqualTo(grade.strength(Math.max(x, y)));
  }

  @Property(seed = "1")
  void strengthHasNoSteps(
      @ForAll @DoubleRange(max = 1.5) double x,
      @ForAll @DoubleRange(min = .05, max = .95) double t) {
    Grade grade = Grade.fallTo(t);
    assertThat(grade.strength(x + 1e-6)).isCloseTo(grade.strength(x), within(1.1e-5));
  }

  @Property(seed = "1")
  void theThresholdIsTheAlarm(@ForAll @DoubleRange(min = .05, max = .95) double t) {
    assertThat(Grade.fallTo(t).strength(t)).isEqualTo(Reading.THRESHOLD);
    assertThat(Grade.fallTo(t).strength(t + 1e-9)).isLessThan(Reading.THRESHOLD);
  }

  @Example
  void shouldGradeRisingScales() {
    Grade grade = new Grade(.5, 1, 3);

    assertThat(grade.strength(.5)).isZero();
    assertThat(grade.strength(.75)).isEqualTo(.25);
    assertThat(grade.strength(2)).isEqualTo(.75);
    assertThat(grade.strength(9)).isEqualTo(1);
  }

  @Example
  void shouldRefuseAThresholdOutsideTheScale() {
    assertThatThrownBy(() -> new Grade(1, 2, 0))
        .hasMessage(
            "threshold must lie between normal and extreme but was 2.0, between 1.0 and 0.0");
  }
}
