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
import dev.ebb.ledger.Histories;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.ledger.Oracle;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.ContactPolicy;
import dev.ebb.retention.HoldOut;
import dev.ebb.retention.WatchSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a real broker, over more than 100,000 simulated records. */
class WholeJobIT {
  private static final int CUSTOMERS = 400;
  private static final int DAYS = 75;
  private static final double EVENTS_PER_DAY = 3.6;
  private static final int MIN_CUSTOMERS = 200;
  private static final long SEED = 7;

  private static final Currency YUAN = Currency.getInstance("CNY");
  private static final ContactPolicy POLICY =
      ContactPolicy.OPEN
          .withPlaybooks(PlaybookFiles.bundled(YUAN))
          .withHoldOut(new HoldOut(.25, "whole job"));

  @RegisterExtension static final KafkaBroker KAFKA = new KafkaBroker();

  @TempDir static Path folder;

  private static EmbeddedFlink flink;
  private static SimulatedFeeds feeds;
  private static List<Event> events;
  private static JobPlan plan;
  private static Standings expected;
  private static Map<String, String> expectedFigures;
  private static List<CaseMessage> expectedMessages;

  @BeforeAll
  static void simulate() throws Exception {
    feeds = new SimulatedFeeds(CUSTOMERS, DAYS, EVENTS_PER_DAY, SEED);
    events = feeds.sortedUnique();
    Oracle days = new Oracle(SimulatedFeeds.ZONE, 91);
    int lastDay = days.lastDay(events.get(events.size() - 1));
    plan =
        new JobPlan(
                LedgerSettings.defaults(SimulatedFeeds.ZONE),
                WatchSettings.defaults(SimulatedFeeds.ZONE).withPolicy(POLICY),
                RuleFiles.bundled(YUAN).rules(),
                Arrays.stream(Feed.values()).map(Feed::label).toList(),
                MIN_CUSTOMERS,
                null,
                null,
                false)
            .boundedBy(lastDay);
    ReferenceRun reference = ReferenceRun.over(events, plan);
    expected = Standings.of(reference);
    expectedFigures = reference.keyFigures();
    expectedMessages = reference.messages;
    flink = EmbeddedFlink.start(folder, 0, 4);
  }

  @AfterAll
  static void stop() throws Exception {
    flink.close();
  }

  @Test
  void shouldHaveAnInputThatIsWorthTheTrouble() {
    assertThat(feeds.asSent()).hasSizeGreaterThan(100_000);
    assertThat(feeds.duplicates()).isGreaterThan(500);
    assertThat(feeds.broken()).isGreaterThan(300);
    assertThat(events).hasSizeGreaterThan(95_000);
    assertThat(expected.openCases()).hasSizeGreaterThan(10);
    assertThat(expectedFigures).hasSizeGreaterThan(DAYS);
    assertThat(expectedFigures.values().stream().filter(it -> it.contains("\"causeKnown\":1")))
        .isNotEmpty();
    assertThat(expected.openCases().values())
        .filteredOn(open -> open.withheld() == null)
        .hasSizeGreaterThan(5);
    assertThat(expected.signals().values())
        .filteredOn(score -> !score.signals().isEmpty())
        .hasSizeGreaterThan(10);
  }

  @Test
  void shouldHoldOutTheShareThatIsSet() {
    new HeldOut(plan).assertShareIsAsSet(expectedMessages);
  }

  @Test
  void shouldEndAsTheReferenceInEmissionOrderOnOneTask() throws Exception {
    assertEndsAsExpected(job(feeds.asSent()).run(1));
  }

  @Test
  void shouldEndAsTheReferenceInAnotherOrderOnFourTasksAndSayWhatThePureCoreSays()
      throws Exception {
    Recording recording = job(feeds.permuted(SEED)).run(4);
    assertEndsAsExpected(recording);
    assertCoreSaysTheSame(recording);
  }

  @Test
  void shouldEndAsTheReferenceAfterASavepointAtAnotherParallelism() throws Exception {
    assertEndsAsExpected(job(feeds.asSent()).runWithSavepoint(2, 4));
  }

  private static WholeJob job(List<dev.ebb.simulate.FeedRecord> records) {
    return new WholeJob(KAFKA, flink, plan, records);
  }

  private static void assertEndsAsExpected(Recording recording) {
    Standings actual = Standings.of(recording);
    assertThat(differences(actual.tiles(), expected.tiles())).as("tiles").isEmpty();
    assertThat(differences(actual.signals(), expected.signals())).as("live signals").isEmpty();
    assertThat(differences(actual.openCases(), expected.openCases())).as("open cases").isEmpty();
    assertThat(differences(latest(recording.keyFigures), latest(expectedFigures)))
        .as("key figures")
        .isEmpty();
    assertTilesAreTheSumsOfTheirEvents(recording);
    assertHoldsOutTheSame(recording);
  }

  /** At any parallelism, and after a restart: as the reference, which is always the same. */
  private static void assertHoldsOutTheSame(Recording recording) {
    assertThat(HeldOut.customers(messages(recording.withheld)))
        .isEqualTo(HeldOut.customers(expectedMessages));
    new HeldOut(plan).assertNobodyIsTold(messages(recording.alerts));
  }

  private static List<CaseMessage> messages(List<Dispatch> sent) {
    return sent.stream().map(Dispatch::message).toList();
  }

  /**
   * Each slice as last told. On the first days it depends on the first watermark when somebody who
   * is known by a profile alone begins to count.
   */
  private static Map<String, String> latest(Map<String, String> figures) {
    Map<String, String> bySlice = new HashMap<>();
    new TreeMap<>(figures)
        .forEach((key, figure) -> bySlice.put(key.substring(key.indexOf('|')), figure));
    return bySlice;
  }

  private static <T> List<String> differences(Map<String, T> actual, Map<String, T> expected) {
    return Stream.concat(actual.keySet().stream(), expected.keySet().stream())
        .distinct()
        .filter(key -> !Objects.equals(actual.get(key), expected.get(key)))
        .map(key -> key + " must be " + expected.get(key) + " but was " + actual.get(key))
        .toList();
  }

  /** Against a second oracle, which shares no code with the ledger. */
  private static void assertTilesAreTheSumsOfTheirEvents(Recording recording) {
    Map<String, Oracle> oracles = new HashMap<>();
    for (Event event : events) {
      if (event.kind().feed().drivesTime()) {
        oracles
            .computeIfAbsent(event.customerId(), id -> new Oracle(SimulatedFeeds.ZONE, 91))
            .add(event);
      }
    }
    assertThat(recording.lastDays.keySet()).containsAll(oracles.keySet());
    oracles.forEach(
        (customer, oracle) ->
            Histories.assertSame(
                recording.lastDays.get(customer).closed().history(),
                oracle.closedAt(plan.lastDay())));
  }

  private static void assertCoreSaysTheSame(Recording recording) {
    LogReplay replay = new LogReplay(plan);
    Map<String, List<String>> heard = new HashMap<>();
    List<CaseMessage> messages = new ArrayList<>();
    recording
        .watch
        .values()
        .forEach(
            steps -> {
              messages.addAll(replay.watch(steps));
              steps.stream()
                  .filter(step -> step.fact() != null)
                  .forEach(
                      step ->
                          heard
                              .computeIfAbsent(step.customerId(), id -> new ArrayList<>())
                              .add(text(step.fact())));
            });
    recording.ledger.forEach(
        (customer, steps) ->
            assertThat(heard.getOrDefault(customer, List.of()))
                .as("facts about %s", customer)
                .containsExactlyElementsOf(
                    replay.ledger(customer, steps).stream()
                        .map(fact -> text(Recording.pack(fact)))
                        .toList()));
    assertSameMessages(recording.alerts, messages, CaseMessage::isContactable);
    assertSameMessages(recording.withheld, messages, message -> !message.isContactable());
  }

  /** All of a fact that has crossed the network but the wall clock of its cause. */
  private static String text(byte[] crossed) {
    LedgerFact fact = Recording.unpack(crossed);
    byte[] packed =
        Recording.pack(
            new LedgerFact(
                fact.kind(),
                fact.customerId(),
                fact.at(),
                0,
                fact.closed(),
                fact.passed(),
                fact.gapDays()));
    return fact.kind() + " " + fact.at() + " " + HexFormat.of().formatHex(packed);
  }

  private static void assertSameMessages(
      List<Dispatch> sent, List<CaseMessage> replayed, Predicate<CaseMessage> which) {
    Map<String, List<String>> actual = byCustomer(messages(sent), which);
    Map<String, List<String>> expected = byCustomer(replayed, which);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (customer, wires) ->
            assertThat(actual.get(customer))
                .as("messages about %s", customer)
                .containsExactlyElementsOf(wires));
  }

  private static Map<String, List<String>> byCustomer(
      List<CaseMessage> messages, Predicate<CaseMessage> which) {
    return messages.stream()
        .filter(which)
        .collect(groupingBy(CaseMessage::customerId, mapping(WholeJobIT::wire, toList())));
  }

  private static String wire(CaseMessage message) {
    return new String(CaseJson.write(message), StandardCharsets.UTF_8);
  }
}
