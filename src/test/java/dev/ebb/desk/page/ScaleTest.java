package dev.ebb.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static final int DAYS = 56;

  @Test
  void shouldDrawNothingWhereNothingIsKnown() {
    long[] unknown = new long[DAYS];
    Arrays.fill(unknown, -1);
    Scale scale = Scale.ofDays(unknown, 560, 96);

    assertThat(scale.line()).isEmpty();
    assertThat(scale.band()).isNull();
  }

  @Test
  void shouldDrawTheBaselineFromTheFourWeeksBeforeTheLast() {
    long[] values = new long[DAYS];
    Arrays.fill(values, 100);
    Arrays.fill(values, DAYS - 7, DAYS, 5);
    Scale scale = Scale.ofDays(values, 560, 96);

    assertThat(scale.band().middle()).isEqualTo(scale.y(100));
    assertThat(scale.baseline()).isLessThan(scale.y(5));
  }

  @Test
  void shouldBreakTheLineInAGap() {
    long[] values = new long[DAYS];
    Arrays.fill(values, 10);
    Arrays.fill(values, 20, 30, -1);

    assertThat(Scale.ofDays(values, 560, 96).line().chars().filter(c -> c == 'M')).hasSize(2);
  }
}
