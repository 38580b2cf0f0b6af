package dev.ebb.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.config.RuntimeSettings;
import dev.ebb.config.Settings;
import dev.ebb.launch.FeedOption;
import dev.ebb.launch.Rules;
import dev.ebb.retention.ContactPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two customers' daily totals, of whom one falls silent; minutes and fees lie in one file. */
class BacktestIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final int DAYS = 80;
  private static final int SILENT_FROM = 60;
  private static final List<String> OUTPUTS =
      List.of(
          "scores.csv",
          "alerts.jsonl",
          "withheld.jsonl",
          "stages.jsonl",
          "exits.jsonl",
          "kpis.jsonl",
          "rejected.jsonl");
  private static final int LINES = DAYS + SILENT_FROM;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    List<String> lines = new ArrayList<>(List.of("customer,day,minutes,fee"));
    for (int day = 0; day < DAYS; day++) {
      lines.add("stays," + START.plusDays(day) + ",12.5,3.20");
      if (day < SILENT_FROM) {
        lines.add("leaves," + START.plusDays(day) + ",30,5.00");
      }
    }
    // Files come grouped by customer, with repeated and broken lines.
    Collections.sort(lines.subList(1, lines.size()));
    lines.add(lines.get(1));
    lines.add("stays,2026-01-99,1,1");
    file = Files.write(folder.resolve("totals.csv"), lines);
    mapping("minutes", "usage", "kind: voice-out\namount: {from: minutes, unit: min}\n");
    mapping("fees", "spend", "kind: charge\namount: {from: fee, unit: \"1\"}\n");
  }

  @Test
  void shouldCountEachMappingOfAFileByItself() throws Exception {
    BacktestSummary summary = run("out", 2);

    assertThat(summary.lines()).containsExactly(LINES + 2L, LINES + 2L);
    assertThat(summary.counts().bindings().values())
        .hasSize(2)
        .allSatisfy(
            binding -> {
              assertThat(binding.events()).isEqualTo(LINES);
              assertThat(binding.duplicates()).isEqualTo(1);
              assertThat(binding.rejected()).isEqualTo(1);
            });
    JsonNode written = JSON.readTree(folder.resolve("out/summary.json").toFile());
    assertThat(written.get("events").asInt()).isEqualTo(2 * LINES);
    assertThat(written.get("rejected").asInt()).isEqualTo(2);
    assertThat(written.get("duplicates").asInt()).isEqualTo(2);
    assertThat(written.get("customers").asInt()).isEqualTo(2);
    assertThat(written.get("late").asInt()).isZero();
    assertThat(written.get("alerts").asInt()).isEqualTo(1);
    assertThat(written.get("feeds").size()).isEqualTo(2);
    assertThat(lines("out/rejected.jsonl"))
        .hasSize(2)
        .allMatch(line -> line.contains("2026-01-99"));
  }

  @Test
  void shouldWriteTheSameFilesWhateverTheParallelism() throws Exception {
    run("one", 1);
    run("two", 2);

    List<String> scores = lines("two/scores.csv");
    assertThat(scores.get(0)).isEqualTo("customerId,day,risk,signals");
    assertThat(scores).hasSize(1 + 2 * DAYS).doesNotHaveDuplicates();
    assertThat(scores.stream().map(line -> line.replaceAll("^([^,]*,[^,]*),.*", "$1")).distinct())
        .hasSize(1 + 2 * DAYS);
    assertThat(scores).anyMatch(line -> line.matches("leaves,2026-03-..,0\\.\\d{6},.*silence.*"));
    for (String name : OUTPUTS) {
      assertThat(lines("one/" + name)).as(name).isEqualTo(lines("two/" + name));
    }
    assertThat(scores.subList(1, 5))
        .extracting(line -> line.substring(0, line.indexOf(",0.")))
        .containsExactly(
            "leaves,2026-01-05", "stays,2026-01-05", "leaves,2026-01-06", "stays,2026-01-06");
  }

  @Test
  void shouldWriteEachAlertAsItWouldBeSent() throws Exception {
    run("out", 1);
    JsonNode first = JSON.readTree(lines("out/alerts.jsonl").get(0));
    assertThat(first.get("customerId").asText()).isEqualTo("leaves");
    assertThat(first.get("state").asText()).isEqualTo("open");
    // A rule in shadow sees the decline first: the revisions before this one were withheld.
    String alertId = first.get("alertId").asText();
    assertThat(lines("out/withheld.jsonl").stream().filter(line -> line.contains(alertId)))
        .hasSize(first.get("revision").asInt() - 1);
    assertThat(first.at("/series/mou").size()).isEqualTo(56);
    assertThat(first.at("/signals/0/why/zh").asText()).isNotEmpty();
  }

  @Test
  void shouldMeasureByTheTruth() throws Exception {
    Path truth = folder.resolve("truth.csv");
    LocalDate leftOn = START.plusDays(SILENT_FROM + 14);
    Files.writeString(truth, "customerId,leftAt,cause\nleaves," + leftOn + ",silence\n");

    Measures measures = run("out", 2, new Backtest.Extras(false, List.of(truth))).measures();

    JsonNode written = JSON.readTree(folder.resolve("out/summary.json").toFile()).get("measures");
    assertThat(written.get("customerDays").asInt()).isEqualTo(DAYS + SILENT_FROM + 14);
    assertThat(written.at("/overall/horizons/7/auc").asDouble()).isGreaterThan(0.9);
    assertThat(written.at("/overall/horizons/14/alerts/recall").asDouble()).isEqualTo(1);
    assertThat(written.at("/rules/silence/alerts").asInt()).isEqualTo(1);
    assertThat(written.at("/causes/silence/leadDays/median").asInt()).isBetween(4, 8);
    assertThat(written.at("/families/contract").isMissingNode()).isTrue();
    assertThat(Files.readString(folder.resolve("out/measures.md")))
        .isEqualTo(new MeasuresReport(measures).markdown())
        .contains("| rule silence |");
  }

  private BacktestSummary run(String out, int parallelism) throws Exception {
    return run(out, parallelism, Backtest.Extras.NONE);
  }

  private BacktestSummary run(String out, int parallelism, Backtest.Extras extras)
      throws Exception {
    Settings settings = withParallelism(Settings.defaults(), parallelism);
    List<FeedOption> feeds =
        List.of(
            FeedOption.parse("usage=" + file + "@" + folder.resolve("minutes.yaml")),
            FeedOption.parse("spend=" + file + "@" + folder.resolve("fees.yaml")));
    Backtest backtest =
        new Backtest(settings, Rules.of(settings), FeedOption.files(feeds, settings), extras);
    return backtest.run(folder.resolve(out), (done, total) -> {});
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  private void mapping(String name, String feed, String rest) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"),
        "feed: "
            + feed
            + "\nformat: csv\ncustomerId: customer\nat: {from: day, pattern: yyyy-MM-dd}\n"
            + "id: {hash: [customer, day, minutes, fee]}\n"
            + rest);
  }

  private static Settings withParallelism(Settings settings, int parallelism) {
    RuntimeSettings runtime = settings.runtime();
    return new Settings(
        settings.zone(),
        settings.currency(),
        settings.time(),
        settings.ledger(),
        settings.indexMinCustomers(),
        settings.watch().withPolicy(ContactPolicy.OPEN),
        settings.budget(),
        settings.kafka(),
        settings.feeds(),
        settings.topics(),
        settings.rules(),
        settings.playbooks(),
        new RuntimeSettings(
            parallelism,
            runtime.maxParallelism(),
            runtime.checkpointInterval(),
            runtime.checkpointDir(),
            runtime.incremental()),
        settings.desk());
  }
}
