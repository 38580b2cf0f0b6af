package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertIdTest {

  @Test
  void shouldFollowTheStandardsExample() {
    UUID dnsNames = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(AlertId.uuid(dnsNames, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  @Test
  void shouldDependOnCustomerActivationAndCase() {
    assertThat(AlertId.of("13800000001", ACTIVATED, 1))
        .isEqualTo(AlertId.of("13800000001", ACTIVATED, 1))
        .isNotEqualTo(AlertId.of("13800000002", ACTIVATED, 1))
        .isNotEqualTo(AlertId.of("13800000001", ACTIVATED.plusDays(1), 1))
        .isNotEqualTo(AlertId.of("13800000001", null, 1))
        .isNotEqualTo(AlertId.of("13800000001", ACTIVATED, 2));
  }
}
