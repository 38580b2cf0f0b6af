package dev.ebb.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.codec.CaseJson;
import dev.ebb.codec.Dispatch;
import dev.ebb.config.PlaybookFiles;
import dev.ebb.config.RuleFiles;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Event;
import dev.ebb.event.Feed;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.ledger.Oracle;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.WatchSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules are added, changed, paused, shadowed, broken and taken back while the whole job works on a
 * real broker, with a restart at another parallelism in between. Whatever the instant at which a
 * task hears of a change, it says what the pure core says that hears of it at that instant.
 */
class PublishedRulesIT {
  private static final int BEFORE = 2;
  private static final int AFTER = 4;
  private static final int PUBLISHED = 12;

  @RegisterExtension static final KafkaBroker KAFKA = new KafkaBroker();

  @TempDir static Path folder;

  private static EmbeddedFlink flink;

  @BeforeAll
  static void startFlink() throws Exception {
    flink = EmbeddedFlink.start(folder, 0, AFTER);
  }

  @AfterAll
  static void stopFlink() throws Exception {
    flink.close();
  }

  @Test
  void shouldSayWhatThePureCoreSaysHoweverTheRulesChange() throws Exception {
    SimulatedFeeds feeds = new SimulatedFeeds(200, 70, 3.6, 11);
    JobPlan plan = plan(feeds);
    RuleTopic rules = RuleTopic.create(KAFKA, PUBLISHED);
    WholeJob job = new WholeJob(KAFKA, flink, plan, feeds.asSent(), rules);

    rules.publish("dip", dip(2, "active"));
    job.whileRunning(
        null,
        BEFORE,
        () -> {
          job.send(0, 0.2);
          rules.publish("falling-mou", shipped("falling-mou", 2, "active", "0.15", "0.16"));
          rules.publish("dip", dip(1, "active"));
          rules.publish("dip", dip(3, "active").replace("weight: 0.3", "weight: 3"));
          rules.publish("fade", dip(1, "active").replace("id: dip", "id: fade"));
          job.send(0.2, 0.4);
          job.await(0.4, 3 * BEFORE);
          rules.publish("silence", shipped("silence", 1, "off", "0.45", "0.45"));
          rules.publish("falling-mou", shipped("falling-mou", 2, "shadow", "0.15", "0.16"));
          rules.publish("dip", dip(3, "active").replace("weight: 0.3", "weight: 0.2"));
          job.send(0.4, 0.6);
          job.await(0.6, 6 * BEFORE);
          return null;
        });
    String savepoint = job.stop();
    rules.publish("dip", null);
    rules.publish("silence", null);
    job.whileRunning(
        savepoint,
        AFTER,
        () -> {
          job.send(0.6, 0.8);
          rules.publish("fade", dip(1, "off").replace("id: dip", "id: fade"));
          rules.publish("falling-mou", null);
          job.await(0.8, 6 * BEFORE + 4 * AFTER);
          job.send(0.8, 1);
          return null;
        });
    job.finish();

    assertCoreSaysTheSame(plan, job.recording);
    assertThat(job.recording.rejected)
        .filteredOn(refused -> refused.source().equals(rules.name()))
        .extracting(refused -> refused.offset() + " " + refused.message())
        .containsExactlyInAnyOrder(
            "2 version must be above 2 to change this rule but was 1",
            "3 dip:9: weight must be at most 1.0 but was 3.0");
    Map<String, Long> told = signalsTold(job.recording);
    assertThat(told).containsKeys("dip 2", "dip 3", "fade 1", "falling-mou 1", "falling-mou 2");
    assertThat(stillOpen(job.recording))
        .isNotEmpty()
        .noneMatch(rule -> rule.equals("dip") || rule.equals("fade"));
  }

  private static JobPlan plan(SimulatedFeeds feeds) {
    List<Event> events = feeds.sortedUnique();
    int lastDay = new Oracle(SimulatedFeeds.ZONE, 91).lastDay(events.get(events.size() - 1));
    WatchSettings watch = WatchSettings.defaults(SimulatedFeeds.ZONE);
    watch =
        watch.withPolicy(
            watch.policy().withPlaybooks(PlaybookFiles.of(null, Currency.getInstance("CNY"))));
    return new JobPlan(
            LedgerSettings.defaults(SimulatedFeeds.ZONE),
            watch,
            RuleFiles.bundled(Currency.getInstance("CNY")).rules(),
            Arrays.stream(Feed.values()).map(Feed::label).toList(),
            100,
            null,
            null,
            false)
        .boundedBy(lastDay);
  }

  /** A rule that nearly everybody falls under at some time. */
  private static String dip(int version, String status) {
    return """
        id: dip
        version: %d
        title: {en: Dip, zh: 下滑}
        status: %s
        family: life
        detector: {kind: falling-mou, window: 3 d, baseline: 21 d, threshold: 0.9, sure-at: 0.5, minimum-per-week: 1 min}
        if: '!known.payment || payment != "nobody"'
        persistence: 1 of 1
        weight: 0.3
        save: 0.5
        half-life: 7 d
        act-within: 48 h
        lever: [3]
        playbook: P1
        why: {en: "{dropPercent} %% less", zh: "少{dropPercent}%%"}
        opener: {en: Hello, zh: 您好}
        """
        .formatted(version, status);
  }

  private static String shipped(
      String id, int version, String status, String weight, String newWeight) throws Exception {
    return Files.readString(Path.of("config", "rules", id + ".yaml"))
        .replaceFirst("version: \\d+", "version: " + version)
        .replaceFirst("status: \\w+", "status: " + status)
        .replaceFirst("weight: " + weight, "weight: " + newWeight);
  }

  /** Customers may move to another task at the restart; their files go with them. */
  private static void assertCoreSaysTheSame(JobPlan plan, Recording recording) {
    LogReplay replay = new LogReplay(plan);
    List<CaseMessage> expected = new ArrayList<>();
    List<Control> heard = List.of();
    for (var task : new TreeMap<>(recording.watch).entrySet()) {
      boolean isFirst = task.getKey() < Recording.STARTS;
      expected.addAll(replay.watch(isFirst ? List.of() : heard, task.getValue()));
      heard = isFirst ? controls(task.getValue()) : heard;
    }
    assertThat(replay.outOfForce).isEmpty();
    assertThat(byCustomer(messages(recording))).isEqualTo(byCustomer(expected.stream()));
  }

  /** What broadcast state holds at the end: the last word on each thing. */
  private static List<Control> controls(List<Recording.WatchStep> steps) {
    Map<String, Control> state = new LinkedHashMap<>();
    steps.stream()
        .map(Recording.WatchStep::control)
        .filter(control -> control != null)
        .forEach(control -> state.put(control.key(), control));
    state.values().removeIf(it -> it.kind() == Control.Kind.RULE && it.rule().isRemoval());
    return List.copyOf(state.values());
  }

  private static Stream<CaseMessage> messages(Recording recording) {
    return Stream.concat(recording.alerts.stream(), recording.withheld.stream())
        .map(Dispatch::message);
  }

  /** In the order of their revisions, as two topics have no common one. */
  private static Map<String, List<String>> byCustomer(Stream<CaseMessage> messages) {
    return messages.collect(
        groupingBy(
            CaseMessage::customerId,
            TreeMap::new,
            mapping(
                message -> new String(CaseJson.write(message), StandardCharsets.UTF_8),
                java.util.stream.Collectors.collectingAndThen(
                    toList(), texts -> texts.stream().sorted().toList()))));
  }

  private static Map<String, Long> signalsTold(Recording recording) {
    return messages(recording)
        .flatMap(message -> message.signals().stream())
        .collect(
            groupingBy(
                signal -> signal.rule() + " " + signal.version(),
                java.util.stream.Collectors.counting()));
  }

  /** The rules of the cases that are open at the end. */
  private static List<String> stillOpen(Recording recording) {
    return Standings.of(recording).openCases().values().stream()
        .flatMap(open -> open.rules().stream())
        .distinct()
        .toList();
  }
}
