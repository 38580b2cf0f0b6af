package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulationSettingsTest {

  private static final SimulationSettings VALID = SimulationSettings.of(10, 10, 1);

  @Test
  void shouldRefuseNobody() {
    assertThatThrownBy(() -> SimulationSettings.of(0, 10, 1))
        .hasMessage("customers must be 1 to 10000000 but was 0");
  }

  @Test
  void shouldRefuseASpanWithoutDays() {
    assertThatThrownBy(() -> SimulationSettings.of(10, 0, 1))
        .hasMessage("days must be 1 to 3650 but was 0");
  }

  @Test
  void shouldRefuseTooFewEvents() {
    assertThatThrownBy(() -> VALID.withEventsPerDay(0))
        .hasMessage("eventsPerDay must be 0.1 to 200 but was 0");
  }

  @Test
  void shouldRefuseWhatIsNoNumber() {
    assertThatThrownBy(() -> VALID.withEventsPerDay(Double.NaN))
        .hasMessage("eventsPerDay must be 0.1 to 200 but was NaN");
  }

  @Test
  void shouldRefuseMoreThanEverybody() {
    assertThatThrownBy(() -> VALID.withShares(0.75, 0.5))
        .hasMessage("leavers + lookAlikes must be 0 to 1 but was 1.25");
  }

  @Test
  void shouldRefuseAShareOfBrokenRecordsAboveHalf() {
    assertThatThrownBy(() -> dirt(Duration.ZERO, Duration.ofHours(3), Duration.ofHours(4), 0.6))
        .hasMessage("broken must be 0 to 0.5 but was 0.6");
  }

  @Test
  void shouldRefuseDisorderOfMoreThanAnHour() {
    assertThatThrownBy(
            () -> dirt(Duration.ofSeconds(3_601), Duration.ofHours(3), Duration.ofHours(4), 0))
        .hasMessage("disorderMax must be 0 s to 3600 s but was 3601 s");
  }

  @Test
  void shouldRefuseALatestBeforeTheEarliest() {
    assertThatThrownBy(() -> dirt(Duration.ZERO, Duration.ofHours(3), Duration.ofHours(2), 0))
        .hasMessage("lateMax must be 10800 s to 5184000 s but was 7200 s");
  }

  private static Dirt dirt(Duration disorder, Duration lateMin, Duration lateMax, double broken) {
    return new Dirt(0, 0, disorder, 0, lateMin, lateMax, broken);
  }
}
