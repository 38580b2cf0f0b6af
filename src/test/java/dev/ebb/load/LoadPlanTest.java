package dev.ebb.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadPlanTest {
  @Test
  void shouldNameWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new LoadPlan(99, 10, 1, 1, 1, Duration.ofSeconds(1), 1))
        .hasMessage("cases must be 100 to 1,000,000 but was 99");
    assertThatThrownBy(() -> new LoadPlan(100, 10, 1, 1, 1, Duration.ofMillis(900), 1))
        .hasMessage("live seconds must be 1 to 3,600 but was 0");
  }

  @Test
  void shouldCountAllUpdates() {
    assertThat(new LoadPlan(100, 10, 1, 1, 50, Duration.ofMinutes(1), 1).updates())
        .isEqualTo(3_000);
  }
}
