package dev.ebb.desk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaClients;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedDatabase;
import dev.ebb.demo.EmbeddedKafka;
import dev.ebb.desk.RunningDesk;
import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.event.Feed;
import dev.ebb.load.DeskProcess;
import dev.ebb.load.Visitor;
import dev.ebb.retention.CaseState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk is killed in mid-stream, then PostgreSQL and Kafka are restarted under it. */
class DeskRestartIT {
  private static final Agent AGENT = new Agent("ann", "Ann", Role.AGENT, null);
  private static final String PASSWORD = "not a secret";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> JVM =
      List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  private static final int CASES = 400;
  private static final int PARTS = 5;

  @TempDir private Path folder;
  private Settings settings;
  private int told;

  @Test
  void shouldLoseNothingAndTakeNothingTwice() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
    Database.Access access = new Database.Access(postgres.jdbcUrl("postgres"), "postgres", "", 4);
    settings = RunningDesk.settings(kafka.bootstrapServers(), "", access, folder);
    kafka.createTopics(RunningDesk.topics(settings, 2));
    addAccount(access);
    int claimed = 0;
    DeskProcess desk = startDesk();
    try {
      Visitor agent =
          Visitor.signedIn(Visitor.client(), desk.awaitAddress(), AGENT.login(), PASSWORD);
      tellPart();
      awaitRows(access, 1);
      desk.close();
      desk = startDesk();
      tellPart();
      awaitRows(access, told);
      awaitSession(agent, desk);
      claimed += claim(access, 0, 20);

      postgres.close();
      tellPart();
      postgres = EmbeddedDatabase.start(folder.resolve("postgres"), postgres.port());
      awaitRows(access, told);
      awaitSession(agent, desk);

      int port = Integer.parseInt(kafka.bootstrapServers().replaceAll(".*:", ""));
      kafka.close();
      claimed += claim(access, 20, 40);
      awaitSession(agent, desk);
      kafka = EmbeddedKafka.start(folder.resolve("kafka"), port);
      tellPart();
      desk.close();
      desk = startDesk();
      tellPart();
      awaitRows(access, told);
      awaitSession(agent, desk);
      int sent = awaitOutcomes(claimed);
      assertThat(desk.isAlive()).isTrue();

      assertCounts(access);
      System.out.printf(
          "Desk killed twice, PostgreSQL and Kafka restarted once: %,d messages about %,d cases, %,d"
              + " outcomes by their ids in %,d records, session kept; nothing lost, nothing twice%n",
          told, CASES, claimed, sent);
    } finally {
      desk.close();
      postgres.close();
      kafka.close();
    }
  }

  private void assertCounts(Database.Access access) throws Exception {
    assertThat(count(access, "select count(*) from cases")).isEqualTo(CASES);
    assertThat(count(access, "select count(*) from case_news")).isEqualTo(told);
    assertThat(count(access, "select max(revision) from cases")).isEqualTo(PARTS);
    assertThat(count(access, "select min(revision) from cases")).isEqualTo(PARTS);
    assertThat(count(access, "select sum(next_offset) from feed_offsets")).isEqualTo(told);
  }

  private static void addAccount(Database.Access access) {
    try (Database database = Database.open(access)) {
      new Accounts(database, Clocks.system(), new Passwords(4))
          .add(new NewAccount(AGENT.login(), AGENT.name(), AGENT.role(), null), PASSWORD, "test");
    }
  }

  /** Whoever has lost the session is sent to the door. */
  private static void awaitSession(Visitor agent, DeskProcess desk) throws Exception {
    agent.moveTo(desk.awaitAddress());
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> agent.get("/queue").statusCode() == 200);
  }

  private DeskProcess startDesk() throws IOException {
    return DeskProcess.start(folder.resolve("desk.yaml"), JVM);
  }

  /** One message more of each case. */
  private void tellPart() {
    int revision = told / CASES;
    RunningDesk.tell(
        settings,
        IntStream.range(0, CASES)
            .mapToObj(
                i -> {
                  TestCase it = TestCase.open("%04d".formatted(i));
                  for (int n = 0; n < revision; n++) {
                    it = it.then(CaseState.RAISED, "new-signal");
                  }
                  return it;
                })
            .toArray(TestCase[]::new));
    told += CASES;
  }

  private void awaitRows(Database.Access access, int rows) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> count(access, "select count(*) from case_news") >= rows);
  }

  private static int claim(Database.Access access, int from, int to) {
    try (Database database = Database.open(access)) {
      TestDesk agents = new TestDesk(database, "p" + from);
      for (int i = from; i < to; i++) {
        assertThat(agents.work.claim("%04d".formatted(i), AGENT).isDone()).isTrue();
      }
    }
    return to - from;
  }

  /**
   * A kill between the sending and its note sends an outcome again, under the same id.
   *
   * @return how many records there were
   */
  private int awaitOutcomes(int expected) {
    String topic = settings.feeds().get(Feed.OUTCOMES).topics().get(0);
    List<String> ids =
        new KafkaClients(settings.kafka().bootstrapServers())
                .drain(
                    topic,
                    Isolation.READ_COMMITTED,
                    records ->
                        records.stream().map(DeskRestartIT::id).distinct().count() >= expected)
                .stream()
                .map(DeskRestartIT::id)
                .toList();
    assertThat(new HashSet<>(ids)).hasSize(expected);
    return ids.size();
  }

  private static String id(ConsumerRecord<String, String> outcome) {
    return outcome.value().replaceAll(",\"alertId.*", "");
  }

  private static long count(Database.Access access, String query) throws Exception {
    try (var connection =
            java.sql.DriverManager.getConnection(access.jdbcUrl(), access.user(), "");
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
