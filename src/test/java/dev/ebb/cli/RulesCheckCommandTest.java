package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckCommandTest {

  private static final Path SHIPPED = Path.of("config", "rules");

  @TempDir private Path folder;

  @Test
  void shouldShowTheShippedRulesAsATable() {
    CommandRun run = CommandRun.of("rules", "check");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList())
        .first()
        .asString()
        .matches("RULE +VERSION +STATUS +FAMILY +WEIGHT +SAVE +HALF-LIFE +ACT WITHIN .*");
    assertThat(run.out())
        .containsPattern("falling-mou +1 +active +usage +0.15 +0.50 +14 d +72 h +P1 ")
        .containsPattern("\\d+ rules, no problem\\R");
  }

  @Test
  void shouldFindNothingWrongWithTheShippedFolder() {
    assertThat(CommandRun.of("rules", "check", SHIPPED)).isEqualTo(CommandRun.of("rules", "check"));
  }

  @Test
  void shouldPrintEveryProblemWithFileAndLine() throws IOException {
    Path file = spoilt();
    CommandRun run = CommandRun.of("rules", "check", folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith(file + ":"))
        .anyMatch(line -> line.matches(".*:\\d+: weight .*"))
        .anyMatch(line -> line.matches(".*:\\d+: save .*"));
    assertThat(run.err()).isEqualTo("ebb: 2 problems" + System.lineSeparator());
  }

  @Test
  void shouldReportProblemsAsJson() throws IOException {
    spoilt();
    CommandRun run = CommandRun.of("rules", "check", folder, "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.get("valid").asBoolean()).isFalse();
    assertThat(report.get("problems")).hasSize(2);
    assertThat(report.at("/problems/0/line").asInt()).isGreaterThan(1);
  }

  @Test
  void shouldRefuseAFolderThatIsNotThere() {
    CommandRun run = CommandRun.of("rules", "check", folder.resolve("missing"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("missing:1: the folder cannot be read");
  }

  private Path spoilt() throws IOException {
    List<String> lines =
        Files.readAllLines(SHIPPED.resolve("falling-mou.yaml")).stream()
            .map(line -> line.startsWith("weight:") ? "weight: 7" : line)
            .map(line -> line.startsWith("save:") ? "save: much" : line)
            .toList();
    return Files.write(folder.resolve("falling-mou.yaml"), lines);
  }
}
