package dev.ebb.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final LocalDate ACTIVATED = LocalDate.of(2025, 6, 1);
  private static final int FIRST = (int) ACTIVATED.toEpochDay();
  private static final int YEARS_LATER = FIRST + 1_000;

  @Test
  void shouldGrowOlderThroughTheStages() {
    assertThat(on(Lifecycle.UNKNOWN, FIRST + 89, 0).stage()).isEqualTo(Stage.ACQUISITION);
    assertThat(on(Lifecycle.UNKNOWN, FIRST + 90, 0).stage()).isEqualTo(Stage.BUILD_UP);
    assertThat(on(Lifecycle.UNKNOWN, FIRST + 365, 0).stage()).isEqualTo(Stage.CLIMAX);
  }

  @Test
  void shouldStayInDeclineUntilTheRiskHasBeenLowForTwoWeeks() {
    Lifecycle declining = on(Lifecycle.UNKNOWN, YEARS_LATER, .3);
    assertThat(declining.stage()).isEqualTo(Stage.DECLINE);

    for (int day = 1; day <= 13; day++) {
      declining = on(declining, YEARS_LATER + day, .149);
      assertThat(declining.stage()).as("calm day %d", day).isEqualTo(Stage.DECLINE);
    }
    assertThat(on(declining, YEARS_LATER + 14, .149).stage()).isEqualTo(Stage.CLIMAX);
  }

  @Test
  void shouldCountTheCalmDaysAnewAfterAnUnquietOne() {
    Lifecycle declining = on(Lifecycle.UNKNOWN, YEARS_LATER, .3);
    for (int day = 1; day <= 13; day++) {
      declining = on(declining, YEARS_LATER + day, 0);
    }
    declining = on(declining, YEARS_LATER + 14, .15);

    assertThat(on(declining, YEARS_LATER + 15, 0))
        .isEqualTo(new Lifecycle(Stage.DECLINE, YEARS_LATER + 15));
  }

  @Test
  void shouldComeBackFromTheExitByAgeAndRiskAlone() {
    assertThat(on(Lifecycle.GONE, YEARS_LATER, .1).stage()).isEqualTo(Stage.CLIMAX);
    assertThat(on(Lifecycle.GONE, YEARS_LATER, .5).stage()).isEqualTo(Stage.DECLINE);
  }

  private static Lifecycle on(Lifecycle before, int day, double risk) {
    return before.on(day, StageRule.DEFAULT, ACTIVATED, risk);
  }
}
