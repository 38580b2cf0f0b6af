package dev.ebb.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.AuditKind;
import dev.ebb.retention.CaseState;
import dev.ebb.risk.Band;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/dev/ebb/desk/page");
  private static final Pattern SAID = Pattern.compile("say\\([^\"()]*\"([a-z0-9.-]+)\"");
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)");

  private final Words english = new Words(Tongue.EN, ZoneId.of("Asia/Shanghai"));
  private final Words chinese = new Words(Tongue.ZH, ZoneId.of("Asia/Shanghai"));

  @Test
  void shouldSayTheSameThingsInBothLanguages() throws IOException {
    Properties en = bundle("en");
    Properties zh = bundle("zh");

    assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
    for (String key : en.stringPropertyNames()) {
      assertThat(holes(zh.getProperty(key))).as(key).isEqualTo(holes(en.getProperty(key)));
    }
  }

  @Test
  void shouldKnowWhateverTemplatesAndViewsSay() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Path file : sources()) {
      SAID.matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1))
          .filter(key -> !key.endsWith(".") && !english.knows(key))
          .forEach(key -> unknown.add(file.getFileName() + ": " + key));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void shouldHaveAWordForEachValue() {
    for (Words words : List.of(english, chinese)) {
      Stream.of(Band.values()).forEach(band -> words.word("band", band));
      Stream.of(Tier.values()).forEach(tier -> words.word("tier", tier));
      Stream.of(Stage.values()).forEach(stage -> words.word("stage", stage));
      Stream.of(CaseState.values()).forEach(state -> words.word("state", state));
      for (AuditKind kind : AuditKind.values()) {
        words.word("audit.kind", kind);
        kind.actions().forEach(action -> words.say("audit.did." + action));
      }
    }
  }

  @Test
  void shouldTellDeadlinesInWords() {
    var now = SampleCases.NOW;
    assertThat(english.due(now.plus(Duration.ofHours(5)), now)).isEqualTo("in 5 h");
    assertThat(english.due(now.minus(Duration.ofMinutes(90)), now)).isEqualTo("90 min late");
    assertThat(english.time(now.plus(Duration.ofHours(28)), now)).isEqualTo("Fri 18:20");
    assertThat(chinese.due(now.minus(Duration.ofDays(3)), now)).isEqualTo("逾期3天");
  }

  @Test
  void shouldPassOnACodeThatItDoesNotKnow() {
    assertThat(english.code("reason", "new-in-a-later-version"))
        .isEqualTo("new-in-a-later-version");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
        Stream<Path> views = Files.walk(Path.of("src/main/java/dev/ebb/desk"))) {
      return Stream.concat(templates, views).filter(Files::isRegularFile).toList();
    }
  }

  private static Set<String> holes(String sentence) {
    return HOLE.matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(BUNDLES.resolve("words_" + language + ".properties"))) {
      properties.load(in);
    }
    return properties;
  }
}
