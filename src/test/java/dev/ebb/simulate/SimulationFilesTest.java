package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {

  @TempDir private Path folder;

  @Test
  void shouldWriteALineForEachRecord() throws IOException {
    Simulation simulation = new Simulation(SimulationSettings.of(80, 60, 4));
    SimulationFiles files = new SimulationFiles(folder.resolve("new"));
    AtomicLong reported = new AtomicLong();
    files.write(simulation, reported::set);
    long lines = 0;
    for (Feed feed : Simulation.FEEDS) {
      lines += lines(files.of(feed));
    }
    assertThat(lines).isEqualTo(simulation.totals().records()).isEqualTo(reported.get());
  }

  @Test
  void shouldWriteTheTruthBesideTheFeeds() throws IOException {
    Simulation simulation = new Simulation(SimulationSettings.of(80, 60, 4).withShares(0.3, 0.3));
    SimulationFiles files = new SimulationFiles(folder);
    files.write(simulation, written -> {});
    assertThat(Files.readAllLines(files.truth()))
        .startsWith("customerId,leftAt,cause")
        .hasSize(1 + simulation.population().leavers().size())
        .element(1)
        .asString()
        .matches("200000000\\d\\d,2026-0[23]-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ,[a-z-]+");
    assertThat(Files.readAllLines(files.lookAlikes()))
        .startsWith("customerId,kind")
        .hasSize(1 + simulation.population().lookAlikes().size());
  }

  /** Counts bytes, for some lines are no UTF-8. */
  private static long lines(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1)
        .chars()
        .filter(c -> c == '\n')
        .count();
  }
}
