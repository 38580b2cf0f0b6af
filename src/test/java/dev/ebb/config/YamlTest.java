package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();

  @Test
  void shouldReadAnEmptyFileAsAnEmptySection() {
    assertThat(Yaml.read("a.yaml", "# nothing\n", problems).keys()).isEmpty();
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void shouldReportASyntaxErrorWithItsLine() {
    Yaml.read("a.yaml", "a: 1\nb: [1, 2\nc: 3\n", problems);

    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().get(0).toString()).startsWith("a.yaml:3: not valid YAML: ");
  }

  @Test
  void shouldReportASecondDocument() {
    Yaml.read("a.yaml", "a: 1\n---\nb: 2\n", problems);

    assertThat(problems.list()).extracting(Problem::line).containsExactly(2);
  }

  @Test
  void shouldReportSectionsThatLieTooDeepWithoutGoingThere() {
    Yaml.read("a.yaml", "a: " + "[".repeat(60_000), problems);

    assertThat(problems.list())
        .containsExactly(new Problem("a.yaml", 1, "", "sections must not lie more than 20 deep"));
  }

  @Test
  void shouldReportAForbiddenCharacterWithItsLine() {
    Yaml.read("a.yaml", "a: 1\nb: \u0007\n", problems);

    assertThat(problems.list())
        .containsExactly(new Problem("a.yaml", 2, "", "a character is not allowed in YAML"));
  }

  @Test
  void shouldReportAFileThatIsNoSection() {
    Yaml.read("a.yaml", "- 1\n- 2\n", problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("a.yaml:1: the file must be a section of keys and values");
  }

  @Test
  void shouldReportAMissingFile() {
    Path file = folder.resolve("none.yaml");
    Yaml.read(file, problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(file + ":1: there is no such file");
  }

  @Test
  void shouldReportAFileThatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    Yaml.read(file, problems);

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("the file is not valid UTF-8");
  }
}
