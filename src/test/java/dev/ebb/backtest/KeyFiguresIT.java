package dev.ebb.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import dev.ebb.launch.FeedOption;
import dev.ebb.launch.Rules;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationFiles;
import dev.ebb.simulate.SimulationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key figures of a whole run against the messages that it sent, counted one by one. */
class KeyFiguresIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String COHORT = "2026-02-20";

  @TempDir private static Path folder;

  /** The last revision of each, by slice and day. */
  private static final Map<String, TreeMap<LocalDate, JsonNode>> FIGURES = new HashMap<>();

  @BeforeAll
  static void run() throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    files.write(
        new Simulation(SimulationSettings.of(150, 60, 5).withShares(0.3, 0.1)), written -> {});
    Files.writeString(
        folder.resolve("ebb.yaml"),
        """
        cohorts: {dates: [%s]}
        value: {top-min-customers: 20}
        budget: {per-day: 1}
        runtime: {parallelism: 2}
        """
            .formatted(COHORT));
    Settings settings = SettingsFile.load(folder.resolve("ebb.yaml"));
    List<FeedOption> feeds =
        Simulation.FEEDS.stream()
            .map(feed -> FeedOption.parse(feed.label() + "=" + files.of(feed)))
            .toList();
    new Backtest(
            settings, Rules.of(settings), FeedOption.files(feeds, settings), Backtest.Extras.NONE)
        .run(folder.resolve("out"), (read, of) -> {});
    for (JsonNode line : lines("kpis.jsonl")) {
      LocalDate day = LocalDate.parse(line.get("day").asText());
      FIGURES
          .computeIfAbsent(line.get("slice").toString(), slice -> new TreeMap<>())
          .merge(day, line, KeyFiguresIT::newest);
    }
  }

  @Test
  void shouldCountTheCasesThatWereToldFirstOnEachDay() {
    assertThat(counted(lines("alerts.jsonl"))).hasSizeGreaterThan(5);
    assertThat(figures("/alerts/cases")).isEqualTo(counted(lines("alerts.jsonl")));
    assertThat(figures("/withheld/cases")).isEqualTo(counted(lines("withheld.jsonl")));
  }

  @Test
  void shouldCountWithheldCasesByReasonAlsoWhereTheBudgetDecided() {
    Map<String, Long> sent =
        lines("withheld.jsonl").stream()
            .filter(KeyFiguresIT::isFirst)
            .collect(
                Collectors.groupingBy(
                    line -> line.get("withheld").asText(), Collectors.counting()));
    Map<String, Long> figures = new HashMap<>();
    everybody()
        .values()
        .forEach(
            day ->
                day.at("/withheld/byReason")
                    .fields()
                    .forEachRemaining(
                        one -> figures.merge(one.getKey(), one.getValue().asLong(), Long::sum)));

    assertThat(sent).containsKey("budget");
    assertThat(figures).isEqualTo(sent);
  }

  @Test
  void shouldCountWhoIsInEachStageAtTheEndOfEachDay() {
    List<JsonNode> changes = lines("stages.jsonl");
    everybody()
        .forEach(
            (day, figures) -> {
              Map<String, String> now = new HashMap<>();
              for (JsonNode change : changes) {
                if (change.has("to") && !dayOf(change).isAfter(day)) {
                  now.put(change.get("customerId").asText(), change.get("to").asText());
                }
              }
              Map<String, Long> expected =
                  now.values().stream()
                      .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
              for (String stage : List.of("A", "B", "C", "D", "E")) {
                assertThat(figures.at("/stages/" + stage).asLong())
                    .as("%s on %s", stage, day)
                    .isEqualTo(expected.getOrDefault(stage, 0L));
              }
            });
  }

  @Test
  void shouldCountEachEntryInTheDatabaseOfTheDeparted() {
    long entries = lines("exits.jsonl").stream().filter(line -> line.has("cause")).count();

    assertThat(entries).isGreaterThan(5);
    assertThat(figures("/exits/count").values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(entries);
  }

  @Test
  void shouldCountTheSameByTierAsOverAll() {
    everybody()
        .forEach(
            (day, figures) ->
                assertThat(sumOfTiers("{\"tier\"", day, "/customers"))
                    .as("%s", day)
                    .isEqualTo(figures.get("customers").asLong()));
  }

  @Test
  void shouldFollowTheCohortThatWasFixed() {
    TreeMap<LocalDate, JsonNode> cohort = FIGURES.get("{\"cohort\":\"" + COHORT + "\"}");
    assertThat(cohort.firstKey()).isEqualTo(LocalDate.parse(COHORT).plusDays(1));
    JsonNode last = cohort.lastEntry().getValue();
    long size = last.get("cohortSize").asLong();

    assertThat(size).isGreaterThan(5);
    assertThat(cohort.values()).allMatch(day -> day.get("cohortSize").asLong() == size);
    assertThat(
            sumOfTiers("{\"cohort\":\"" + COHORT + "\",\"tier\"", cohort.lastKey(), "/cohortSize"))
        .isEqualTo(size);
    assertThat(last.get("customers").asLong() + last.at("/stages/E").asLong()).isEqualTo(size);
    assertThat(last.at("/retention/0/definition").asText()).isEqualTo("group");
    assertThat(last.at("/retention/1/definition").asText()).isEqualTo("circle");
  }

  private static long sumOfTiers(String slice, LocalDate day, String figure) {
    return FIGURES.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(slice))
        .map(entry -> entry.getValue().get(day))
        .filter(json -> json != null)
        .mapToLong(json -> json.at(figure).asLong())
        .sum();
  }

  private static TreeMap<LocalDate, JsonNode> everybody() {
    return FIGURES.get("{}");
  }

  /** By day, where it is not nought. */
  private static Map<LocalDate, Long> figures(String pointer) {
    Map<LocalDate, Long> figures = new TreeMap<>();
    everybody().forEach((day, json) -> figures.put(day, json.at(pointer).asLong()));
    figures.values().removeIf(count -> count == 0);
    return figures;
  }

  private static Map<LocalDate, Long> counted(List<JsonNode> messages) {
    return messages.stream()
        .filter(KeyFiguresIT::isFirst)
        .collect(Collectors.groupingBy(KeyFiguresIT::dayOf, TreeMap::new, Collectors.counting()));
  }

  private static boolean isFirst(JsonNode message) {
    return !message.has("reason");
  }

  private static LocalDate dayOf(JsonNode message) {
    return Instant.parse(message.get("at").asText()).atZone(SHANGHAI).toLocalDate();
  }

  private static JsonNode newest(JsonNode one, JsonNode other) {
    return one.get("revision").asInt() > other.get("revision").asInt() ? one : other;
  }

  private static List<JsonNode> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve("out").resolve(name)).stream()
          .map(KeyFiguresIT::parsed)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
