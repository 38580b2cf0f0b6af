package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  @TempDir private Path folder;

  @Test
  void shouldPrintOneJsonObjectThatAddsUpToTheLines() throws IOException {
    CommandRun run =
        CommandRun.of("simulate", "--customers", 50, "--days", 50, "--out", folder, "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode summary = new ObjectMapper().readTree(run.out());
    long records = summary.get("records").asLong();
    assertThat(records)
        .isEqualTo(
            summary.get("events").asLong()
                + summary.get("duplicates").asLong()
                + summary.get("broken").asLong())
        .isEqualTo(lines("usage") + lines("spend") + lines("customers") + lines("care"));
    assertThat(summary.get("customers").asInt()).isEqualTo(50);
    assertThat(folder.resolve("truth.csv")).exists();
  }

  @Test
  void shouldPrintASentenceForPeople() {
    CommandRun run =
        CommandRun.of(
            "simulate", "--customers", 5, "--days", 2, "--clean", "--quiet", "--out", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .matches(
            "\\d+ records of 5 customers over 2 days: \\d+ events \\(0 late\\), 0 duplicates, 0"
                + " broken\\.\\R0 customers leave, 0 only look like it\\. Written to .*\\R");
  }

  @Test
  void shouldTakeAValueOutOfBoundsForWrongUsage() {
    CommandRun run = CommandRun.of("simulate", "--days", 0, "--out", folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("ebb: days must be 1 to 3650 but was 0");
  }

  private long lines(String feed) throws IOException {
    String text = Files.readString(folder.resolve(feed + ".jsonl"), StandardCharsets.ISO_8859_1);
    return text.chars().filter(c -> c == '\n').count();
  }
}
