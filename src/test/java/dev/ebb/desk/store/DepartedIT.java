package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DepartedIT {
  private static final String CUSTOMER = "13800005731";
  private static final CustomerHash HASH = new CustomerHash(new byte[32]);

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();

  @Test
  void shouldCallTheDepartedWhenTheirWinBackIsDueUntilTheyAreBack() throws IOException {
    tell(
        """
        {"customerId":"%s","at":"2026-11-01T10:00:00+08:00","how":"ported-out","cause":"tariff",
         "knownBy":"stated","value":{"arpu":18600,"tier":"diamond"},"windows":{},
         "winBack":[{"on":"2026-11-15","playbook":"P14-price"},{"on":"2026-12-31","playbook":"P14"}]}
        """
            .formatted(CUSTOMER));

    assertThat(departed().due(LocalDate.of(2026, 11, 14), 10)).isEmpty();
    assertThat(departed().due(LocalDate.of(2026, 11, 15), 10))
        .singleElement()
        .satisfies(
            exit -> {
              assertThat(exit.customer()).isEqualTo("13***31");
              assertThat(exit.cause()).isEqualTo("tariff");
              assertThat(exit.playbook()).isEqualTo("P14-price");
              assertThat(exit.arpu()).isEqualTo(18_600);
            });
    assertThat(departed().newest(10)).hasSize(1);

    tell(null);

    assertThat(departed().newest(10)).isEmpty();
    assertThat(departed().due(LocalDate.of(2027, 1, 1), 10)).isEmpty();
  }

  private void tell(String json) throws IOException {
    byte[] value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    postgres
        .open()
        .transact(
            handle -> {
              new LifecycleIntake(HASH).takeExit(handle, CUSTOMER, value);
              return null;
            });
  }

  private Departed departed() {
    return new Departed(
        postgres.open(), new Clocks(InstantSource.system(), InstantSource.system()));
  }
}
