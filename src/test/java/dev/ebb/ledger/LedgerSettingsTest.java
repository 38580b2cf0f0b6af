package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LedgerSettingsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Test
  void shouldNameFieldBoundsAndValue() {
    assertThatThrownBy(() -> settings(Duration.ofHours(21), 91, 400, 7))
        .hasMessage("closeGrace must be PT0S to PT20H but was PT21H");
    assertThatThrownBy(() -> settings(Duration.ZERO, 34, 400, 7))
        .hasMessage("ringDays must be 35 to 800 but was 34");
    assertThatThrownBy(() -> settings(Duration.ZERO, 91, 4_001, 7))
        .hasMessage("endOfLifeDays must be 92 to 4000 but was 4001");
    assertThatThrownBy(() -> settings(Duration.ZERO, 91, 400, 0))
        .hasMessage("returnAfterDays must be 1 to 91 but was 0");
  }

  @Test
  void shouldKeepCustomersLongerThanTheirRing() {
    assertThatThrownBy(() -> settings(Duration.ZERO, 500, 400, 7))
        .hasMessage("endOfLifeDays must be 501 to 4000 but was 400");
  }

  private static LedgerSettings settings(
      Duration grace, int ringDays, int endOfLifeDays, int returnAfterDays) {
    return new LedgerSettings(
        ZONE,
        grace,
        Duration.ZERO,
        ringDays,
        Duration.ofHours(24),
        endOfLifeDays,
        returnAfterDays,
        WatchListSource.EXAMPLE,
        BundleSettings.NONE);
  }
}
