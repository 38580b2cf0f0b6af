package dev.ebb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents refer to. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final List<Path> FOLDERS = List.of(Path.of("docs"), Path.of("jobs"));

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("README.md", "ARCHITECTURE.md", "CHANGELOG.md")) {
      documents.add(Path.of(name));
    }
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void shouldLinkToWhatExists(Path document) throws IOException {
    assertThat(LINK.matcher(Files.readString(document)).results().map(DocumentsTest::target))
        .filteredOn(target -> !target.contains("://"))
        .allSatisfy(target -> assertThat(document.resolveSibling(target)).exists());
  }

  private static String target(MatchResult link) {
    return link.group(1);
  }
}
