package dev.ebb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Outside of the demo nothing has a password that everybody knows. */
class DemoPasswordTest {
  private static final Path COMPOSE = Path.of("docker-compose.yml");

  @Test
  void shouldStandInTheDemoAlone() {
    assertThat(shipped().filter(DemoPasswordTest::tellsIt))
        .containsExactly(Path.of("src/main/java/dev/ebb/demo/DemoDesk.java"));
  }

  @Test
  void shouldNotLetContainersStartWithoutPasswordsOfTheirOwn() throws IOException {
    List<String> passwords =
        Files.readAllLines(COMPOSE).stream()
            .filter(line -> line.matches("\\s+\\w*PASSWORD\\w*:.*"))
            .toList();
    assertThat(passwords)
        .hasSizeGreaterThan(2)
        .allSatisfy(line -> assertThat(line).containsPattern(": \\$\\{\\w+:\\?[^}]+}"));
  }

  /** Files that whoever runs Ebb gets. */
  private static Stream<Path> shipped() {
    return Stream.of(Path.of("src/main"), Path.of("config"), Path.of("ebb"), COMPOSE)
        .flatMap(DemoPasswordTest::files);
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean tellsIt(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains("ebb-demo-only");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
