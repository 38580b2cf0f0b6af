package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SectionTest {

  private enum Colour {
    DEEP_BLUE,
    RED
  }

  private final Problems problems = new Problems();

  private Section section(String... lines) {
    return Yaml.read("a.yaml", String.join("\n", lines), problems);
  }

  private void assertProblem(Section section, Consumer<Section> reading, String expected) {
    reading.accept(section);
    assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
  }

  @Test
  void shouldReadEveryType() {
    Section section =
        section(
            "text: Asia/Shanghai",
            "whole: 12000",
            "big: 9000000000",
            "share: 0.25",
            "yes: true",
            "wait: 10 min",
            "window: 7 d",
            "colour: deep-blue",
            "list: [a, b]",
            "single: a",
            "title: {en: Tide, zh: 潮汐}",
            "free: {x.y: 1, z: two}");

    assertThat(section.text("text", "")).isEqualTo("Asia/Shanghai");
    assertThat(section.integer("whole", 1, 1, 100_000)).isEqualTo(12_000);
    assertThat(section.longInteger("big", 1, 1, Long.MAX_VALUE)).isEqualTo(9_000_000_000L);
    assertThat(section.number("share", 0, 0, 1)).isEqualTo(0.25);
    assertThat(section.flag("yes", false)).isTrue();
    assertThat(section.duration("wait", Duration.ZERO, Duration.ZERO, Duration.ofHours(1)))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(section.days("window", 1, 1, 28)).isEqualTo(7);
    assertThat(section.word("colour", Colour.RED, Colour.class)).isEqualTo(Colour.DEEP_BLUE);
    assertThat(section.texts("list", List.of())).containsExactly("a", "b");
    assertThat(section.texts("single", List.of())).containsExactly("a");
    assertThat(section.localized("title").zh()).isEqualTo("潮汐");
    assertThat(section.map("free")).isEqualTo(Map.of("x.y", "1", "z", "two"));
    section.refuseUnknownKeys();
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void shouldReadAbsentAndEmptyKeysAsTheFallback() {
    Section section = section("empty:", "none: null", "part:");

    assertThat(section.integer("empty", 7, 1, 9)).isEqualTo(7);
    assertThat(section.text("none", "x")).isEqualTo("x");
    assertThat(section.section("part").keys()).isEmpty();
    assertThat(section.section("absent").integer("n", 3, 1, 9)).isEqualTo(3);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void shouldReportAValueBelowItsBound() {
    assertProblem(
        section("id: x", "detector:", "  window: 0 d"),
        s -> s.section("detector").days("window", 7, 1, 28),
        "a.yaml:3: detector.window must be at least 1 day but was 0 days");
  }

  @Test
  void shouldReportAValueAboveItsBound() {
    assertProblem(
        section("share: 1.5"),
        s -> s.number("share", 0, 0, 1),
        "a.yaml:1: share must be at most 1.0 but was 1.5");
  }

  @Test
  void shouldReportADurationOutOfBounds() {
    assertProblem(
        section("grace: 90 s"),
        s -> s.duration("grace", Duration.ZERO, Duration.ofMinutes(2), Duration.ofDays(1)),
        "a.yaml:1: grace must be at least 2 min but was 90 s");
  }

  @Test
  void shouldCheckAValueThatEqualsTheFallback() {
    assertProblem(
        section("version: 0"),
        s -> s.integer("version", 0, 1, 9),
        "a.yaml:1: version must be at least 1 but was 0");
  }

  @Test
  void shouldReportWhatIsNoNumber() {
    assertProblem(
        section("n: many"),
        s -> s.integer("n", 1, 2, 3),
        "a.yaml:1: n must be a whole number but was many");
  }

  @Test
  void shouldReportAnInfiniteNumber() {
    assertProblem(
        section("n: Infinity"),
        s -> s.number("n", 0, 0, 1),
        "a.yaml:1: n must be a number but was Infinity");
  }

  @Test
  void shouldReportADurationWithoutUnit() {
    assertProblem(
        section("wait: 30"),
        s -> s.duration("wait", Duration.ZERO, Duration.ZERO, Duration.ofDays(1)),
        "a.yaml:1: wait must be a number of ms, s, min, h or d but was 30");
  }

  @Test
  void shouldReportAPartOfADay() {
    assertProblem(
        section("window: 12 h"),
        s -> s.days("window", 1, 1, 9),
        "a.yaml:1: window must be a number of days such as 7 d but was 12 h");
  }

  @Test
  void shouldReportWhatIsNeitherTrueNorFalse() {
    assertProblem(
        section("on: yes"),
        s -> s.flag("on", false),
        "a.yaml:1: on must be true or false but was yes");
  }

  @Test
  void shouldReportAnUnknownWord() {
    assertProblem(
        section("colour: green"),
        s -> s.word("colour", Colour.RED, Colour.class),
        "a.yaml:1: colour must be one of deep-blue, red but was green");
  }

  @Test
  void shouldReportASectionWhereAScalarBelongs() {
    assertProblem(
        section("n: {a: 1}"),
        s -> s.integer("n", 1, 1, 9),
        "a.yaml:1: n must be a whole number but was a section");
  }

  @Test
  void shouldReportAScalarWhereASectionBelongs() {
    assertProblem(
        section("part: 3"),
        s -> s.section("part"),
        "a.yaml:1: part must be a section of keys and values");
  }

  @Test
  void shouldReportAListOfAnythingButTexts() {
    assertProblem(
        section("list: [{a: 1}]"),
        s -> s.texts("list", List.of()),
        "a.yaml:1: list must be a list of texts");
  }

  @Test
  void shouldReportMissingKeysAtTheSection() {
    assertProblem(
        section("a: 1", "part:", "  b: 2"),
        s -> s.section("part").require("b", "c"),
        "a.yaml:2: part.c is missing");
  }

  @Test
  void shouldReportATextInOneLanguageOnly() {
    assertProblem(
        section("title:", "  en: Tide"),
        s -> s.localized("title"),
        "a.yaml:1: title.zh is missing");
  }

  @Test
  void shouldReportUnknownKeysWithTheKnownOnes() {
    assertProblem(
        section("part:", "  windw: 7", "  a: 1"),
        s -> {
          s.section("part").integer("window", 1, 1, 9);
          s.section("part").integer("a", 1, 1, 9);
          s.refuseUnknownKeys();
        },
        "a.yaml:2: part.windw is unknown; known keys are a, window");
  }

  @Test
  void shouldReportAKeySetTwice() {
    assertProblem(
        section("a: 1", "b: 2", "a: 3"), s -> {}, "a.yaml:3: a is set twice, first in line 1");
  }

  @Test
  void shouldReportEveryProblemAtOnce() {
    Section section = section("a: x", "b: 99");
    section.integer("a", 1, 1, 9);
    section.integer("b", 1, 1, 9);

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage(
            "a.yaml:1: a must be a whole number but was x\n"
                + "a.yaml:2: b must be at most 9 but was 99");
  }

  @Test
  void shouldReportWhatTheMakerRefuses() {
    Section part = section("a: 1", "part:", "  b: 2").section("part");

    assertThat(
            part.<Object>build(
                () -> {
                  throw new IllegalArgumentException("b must be odd but was 2");
                }))
        .isNull();
    assertThat(problems.list())
        .containsExactly(new Problem("a.yaml", 2, "part", "b must be odd but was 2"));
  }

  @Test
  void shouldMakeNothingFromASectionWithProblems() {
    Section section = section("a: x");
    section.integer("a", 1, 1, 9);

    assertThat(section.<String>build(() -> "made")).isNull();
  }
}
