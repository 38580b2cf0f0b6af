package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.PhoneNumber;
import dev.ebb.ledger.WatchList;
import dev.ebb.ledger.WatchListSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchListFileTest {

  @TempDir private Path folder;

  @Test
  void shouldShipAnExampleOfNumbersThatNobodyHas() {
    WatchList example = WatchListFile.load(WatchListSource.EXAMPLE);
    assertThat(example.holds(PhoneNumber.of("12990000003"))).isTrue();
    assertThat(example.holds(PhoneNumber.of("12900000003"))).isFalse();
  }

  @Test
  void shouldReadEntriesAndSkipComments() throws IOException {
    WatchList list = WatchListFile.load(written("# shops\n10086 # theirs\n\n+861300*\r\n"));
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.holds(PhoneNumber.of("8613001234567"))).isTrue();
  }

  @Test
  void shouldReportEachBadLine() throws IOException {
    WatchListSource source = written("10086\n100-86\n1300*\n13*00\n");
    String form = ": entry must be 1 to 18 digits, perhaps behind a + or before a *, but was ";
    assertThatThrownBy(() -> WatchListFile.load(source))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage(
            source.file() + ":2" + form + "100-86\n" + source.file() + ":4" + form + "13*00");
  }

  @Test
  void shouldRefuseAnotherFileThanTheOneMeant() throws IOException {
    WatchListSource meant = written("10086\n");
    Files.writeString(Path.of(meant.file()), "10010\n");
    assertThatThrownBy(() -> WatchListFile.load(meant))
        .hasMessageContaining("the watch list rivals, version 7, must have the SHA-256 ")
        .hasMessageContaining(meant.sha256() + " but has ");
  }

  @Test
  void shouldSayWhichListCannotBeRead() {
    WatchListSource nowhere =
        new WatchListSource("rivals", 7, folder.resolve("x").toString(), "0".repeat(64));
    assertThatThrownBy(() -> WatchListFile.load(nowhere))
        .hasMessage(folder.resolve("x") + ":1: the watch list rivals cannot be read");
  }

  @Test
  void shouldNeedTheDigestOfAFile() {
    Problems problems = new Problems();
    String text = "ledger:\n  watch-list: {name: rivals, version: 7, file: rivals.txt}\n";
    SettingsFile.read(Yaml.read("ebb.yaml", text, problems), folder, java.util.Map.of());
    assertThat(problems.list())
        .extracting(Problem::toString)
        .anyMatch(problem -> problem.contains("sha256"));
  }

  private WatchListSource written(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("rivals.txt"), content);
    String digest = WatchListFile.digest(Files.readAllBytes(file));
    return new WatchListSource("rivals", 7, file.toString(), digest);
  }
}
