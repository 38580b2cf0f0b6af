package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Profile;
import dev.ebb.retention.QuietHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operator's customers in Shanghai may be called from 8 to 21. */
class CallRulesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final CallRules RULES =
      new CallRules(ZONE, new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), null);

  @Test
  void shouldTakeTheOperatorsClockWhereTheCustomersZoneIsUnknown() {
    assertThat(RULES.notBefore(at("20T23:00"), profile("Mars/Olympus", null, null)))
        .isEqualTo(at("21T08:00"));
  }

  @Test
  void shouldHeedAnHourThatTheCustomerHasSetAlone() {
    Profile sleepsIn = profile(null, null, LocalTime.of(10, 0));
    Profile sleepsEarly = profile(null, LocalTime.of(19, 0), null);

    assertThat(RULES.notBefore(at("20T09:00"), sleepsIn)).isEqualTo(at("20T10:00"));
    assertThat(RULES.notBefore(at("20T21:30"), sleepsIn)).isEqualTo(at("21T10:00"));
    assertThat(RULES.notBefore(at("20T20:00"), sleepsEarly)).isEqualTo(at("21T08:00"));
  }

  private static Profile profile(String zone, LocalTime from, LocalTime to) {
    Profile.Contact contact = new Profile.Contact(false, List.of(), null, from, to, null);
    return new Profile(
        0, null, null, null, null, List.of(), 0, null, null, zone, null, null, contact);
  }

  private static Instant at(String dayAndTime) {
    return LocalDateTime.parse("2026-11-" + dayAndTime).atZone(ZONE).toInstant();
  }
}
