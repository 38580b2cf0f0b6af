package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-04T16:00:00Z, Asia/Shanghai, 2026-01-05T00:00:00+08:00",
    "2026-03-29T00:59:59Z, Europe/Berlin, 2026-03-29T01:59:59+01:00",
    "2026-03-29T01:00:00Z, Europe/Berlin, 2026-03-29T03:00:00+02:00",
    "2028-02-29T23:59:59Z, UTC, 2028-02-29T23:59:59Z"
  })
  void shouldShowTheLocalTimeWithItsOffset(Instant instant, ZoneId zone, String text) {
    assertThat(new Timestamps(zone).of(instant.toEpochMilli())).isEqualTo(text);
  }
}
