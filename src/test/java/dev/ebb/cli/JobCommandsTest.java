package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Demo, job and backtest refuse what they cannot do in one clear line, before they start. */
class JobCommandsTest {

  @TempDir private Path folder;

  @Test
  void shouldNameTheFeedsThereAre() {
    CommandRun run = CommandRun.of("backtest", "--feed", "weather=x.csv", "--out", folder);
    assertWrongUsage(
        run,
        "--feed must be of a kind among usage, spend, customers, care, outcomes but was weather");
  }

  @Test
  void shouldShowTheFormOfAFeed() {
    assertWrongUsage(
        CommandRun.of("demo", "--feed", "x.csv"),
        "--feed must be KIND=FILE or KIND=FILE@MAPPING but was x.csv");
  }

  @Test
  void shouldNameTheFileThatIsNotThere() throws IOException {
    Path missing = folder.resolve("missing.csv");
    assertWrongUsage(
        CommandRun.of("backtest", "--feed", "usage=" + missing, "--out", folder),
        "feed file must be a readable file but was " + missing);

    Path file = Files.createFile(folder.resolve("there.csv"));
    Path mapping = folder.resolve("missing.yaml");
    assertWrongUsage(
        CommandRun.of("demo", "--feed", "usage=" + file + "@" + mapping),
        "mapping file must be a readable file but was " + mapping);
  }

  @Test
  void shouldAskForWhatIsMissing() {
    assertWrongUsage(CommandRun.of("backtest", "--out", folder), "Missing required option");
    assertWrongUsage(CommandRun.of("job"), "Missing required option: '--config=FILE'");
  }

  @Test
  void shouldRefuseATimeOrASpeedThatIsNone() {
    assertWrongUsage(
        CommandRun.of("demo", "--for", "soon"), "--for must be a duration such as 60s");
    assertWrongUsage(CommandRun.of("demo", "--speed", 0), "--speed must be above 0 but was 0.0");
    assertWrongUsage(CommandRun.of("demo", "--port", "web"), "Invalid value for option '--port'");
    assertWrongUsage(
        CommandRun.of("demo", "--port", 65_536), "--port must be within 0 to 65535 but was 65536");
    assertWrongUsage(
        CommandRun.of("demo", "--customers", 0), "customers must be 1 to 10000000 but was 0");
  }

  @Test
  void shouldLookForKafkaBeforeTheJobIsStarted() throws IOException {
    Path settings =
        Files.write(
            folder.resolve("ebb.yaml"), List.of("kafka:", "  bootstrap-servers: 127.0.0.1:1"));

    CommandRun run = CommandRun.of("job", "--config", settings);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("ebb: kafka.bootstrap-servers must name a Kafka that answers within 5 s");
  }

  @Test
  void shouldTellOfEveryProblemOfTheSettingsAtOnce() throws IOException {
    Path settings =
        Files.write(
            folder.resolve("ebb.yaml"),
            List.of("ledger:", "  ring: 1 d", "budget:", "  per-day: -1", "colour: blue"));
    for (String command : List.of("job", "demo")) {
      CommandRun run = CommandRun.of(command, "--config", settings);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err().lines())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("ebb: " + settings + ":2: ledger.ring "),
              line -> assertThat(line).startsWith("ebb: " + settings + ":4: budget.per-day "),
              line -> assertThat(line).startsWith("ebb: " + settings + ":5: colour "));
    }
  }

  @Test
  void shouldNameTheSettingsFileThatIsNotThere() {
    CommandRun run = CommandRun.of("job", "--config", folder.resolve("missing.yaml"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("missing.yaml");
  }

  private static void assertWrongUsage(CommandRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().toList()).hasSize(2);
    assertThat(run.err()).startsWith("ebb: ").contains(message);
    assertThat(run.out()).isEmpty();
  }
}
