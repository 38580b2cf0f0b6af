package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class EbbTest {

  @TempDir private Path folder;

  static Stream<List<String>> commands() {
    return below(Ebb.commandLine(), List.of());
  }

  private static Stream<List<String>> below(CommandLine command, List<String> names) {
    return Stream.concat(
        Stream.of(names),
        command.getSubcommands().entrySet().stream()
            .flatMap(
                entry ->
                    below(
                        entry.getValue(),
                        Stream.concat(names.stream(), Stream.of(entry.getKey())).toList())));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldExplainEveryCommand(List<String> names) {
    CommandRun run = CommandRun.of(Stream.concat(names.stream(), Stream.of("--help")).toArray());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Usage: " + String.join(" ", "ebb", String.join(" ", names)).strip());
  }

  @Test
  void shouldTellItsVersion() {
    CommandRun run = CommandRun.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("ebb \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void shouldRefuseToRunWithoutACommand() {
    assertThat(CommandRun.of())
        .isEqualTo(new CommandRun(2, "", lines("ebb: no command given", "See ebb --help")));
  }

  @Test
  void shouldNameTheOptionThatIsMissing() {
    assertThat(CommandRun.of("simulate"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                lines(
                    "ebb: Error: Missing required argument (specify one of these):"
                        + " (--out=DIR | --kafka=HOST:PORT)",
                    "See ebb simulate --help")));
  }

  @Test
  void shouldRefuseAnUnknownCommandInOneLine() {
    CommandRun run = CommandRun.of("simulat");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("ebb: Unmatched argument at index 0: 'simulat'");
    assertThat(run.err().lines()).hasSize(2);
  }

  @Test
  void shouldShowAnErrorInOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandRun run = CommandRun.of("simulate", "--days", 1, "--out", file);
    assertThat(run).isEqualTo(new CommandRun(1, "", lines("ebb: not a folder: " + file)));
  }

  @Test
  void shouldShowTheStackTraceOfAnErrorWhenAskedTo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandRun run = CommandRun.of("simulate", "--days", 1, "--out", file, "--verbose");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("\tat dev.ebb.cli.SimulateCommand");
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
