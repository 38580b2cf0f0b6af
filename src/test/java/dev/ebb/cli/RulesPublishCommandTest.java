package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is published: there is no Kafka here to publish to. */
class RulesPublishCommandTest {

  private static final Path SHIPPED = Path.of("config", "rules", "silence.yaml");

  @TempDir private Path folder;
  private Path settings;

  @BeforeEach
  void nameAKafkaThatIsNotThere() throws IOException {
    settings =
        Files.write(
            folder.resolve("ebb.yaml"), List.of("kafka:", "  bootstrap-servers: 127.0.0.1:1"));
  }

  @Test
  void shouldAskForAFileOrARemoval() {
    CommandRun run = CommandRun.of("rules", "publish", "--config", settings);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("ebb: no FILE and no --remove given");
  }

  @Test
  void shouldNameEveryProblemOfEveryFileBeforeItLooksForKafka() throws IOException {
    Path spoilt = folder.resolve("spoilt.yaml");
    Files.writeString(
        spoilt,
        Files.readString(SHIPPED)
            .replaceAll("weight: .*", "weight: 7")
            .replaceAll("save: .*", "save: much"));
    Path missing = folder.resolve("missing.yaml");

    CommandRun run =
        CommandRun.of("rules", "publish", SHIPPED, spoilt, missing, "--config", settings);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.matches(".*spoilt.yaml:\\d+: weight must be .* but was 7.*"))
        .anyMatch(line -> line.matches(".*spoilt.yaml:\\d+: save .*"))
        .anyMatch(line -> line.contains("missing.yaml:1: ") && line.contains("no such file"));
  }

  @Test
  void shouldLookForKafkaBeforeItPublishes() {
    CommandRun run = CommandRun.of("rules", "publish", SHIPPED, "--config", settings);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("ebb: kafka.bootstrap-servers must name a Kafka that answers within 5 s");
  }
}
