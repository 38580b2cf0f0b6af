package dev.ebb.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.config.InvalidConfiguration;
import dev.ebb.config.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  @Test
  void shouldRefuseRulesThatLookBackBeyondTheDaysThatAreKept(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("ebb.yaml");
    Files.writeString(file, "ledger: {ring: 35 d}");

    assertThatThrownBy(() -> Rules.of(SettingsFile.load(file)))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("must look back at most 35 days (ledger.ring) but was");
  }
}
