package dev.ebb.desk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaClients;
import dev.ebb.codec.OutputRecords;
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
import dev.ebb.retention.Withheld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
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
  private static final int CLAIMED = 40;
  private static final int WITHHELD = 100;
  private static final int DEPARTED = 50;

  /**
   * Counts each time that a record is written into the store, also where that changes nothing; and
   * what webhooks are told, under ids by chance. The webhook leads nowhere.
   */
  private static final String COUNT_TAKINGS =
      """
      create table takings (kind text not null);
      create function count_taking() returns trigger language plpgsql as
        'begin insert into takings values (tg_table_name); return new; end';
      create trigger taking before insert on case_news for each row execute function count_taking();
      create trigger taking before insert on withheld for each row execute function count_taking();
      create trigger taking before insert on exits for each row execute function count_taking();
      insert into webhooks (id, url, secret, created_by, created_at, events)
        values ('w', 'https://127.0.0.1:1/', 'secret', 'test', now(),
          array['case.opened', 'case.updated', 'case.verdict'])""";

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
    execute(access, COUNT_TAKINGS);
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
      claimed += claim(access, 20, CLAIMED);
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
          "Desk killed twice, PostgreSQL and Kafka restarted once: %,d messages about %,d cases, each"
              + " time %,d withheld and %,d exits besides, %,d outcomes by their ids in %,d records,"
              + " session kept; nothing lost, nothing twice%n",
          told, CASES, WITHHELD, DEPARTED, claimed, sent);
    } finally {
      desk.close();
      postgres.close();
      kafka.close();
    }
  }

  private void assertCounts(Database.Access access) throws Exception {
    assertThat(count(access, "select count(*) from cases")).isEqualTo(CASES);
    assertThat(count(access, "select max(revision) from cases")).isEqualTo(PARTS);
    assertThat(count(access, "select min(revision) from cases")).isEqualTo(PARTS);
    assertThat(count(access, "select count(*) from cases where place = 'held' and holder = 'ann'"))
        .isEqualTo(CLAIMED);
    assertThat(count(access, "select count(*) from deliveries")).isEqualTo(told);
    assertThat(count(access, "select count(*) from withheld where revision = " + PARTS))
        .isEqualTo(WITHHELD);
    assertThat(count(access, "select count(*) from exits")).isEqualTo(DEPARTED);
    assertThat(count(access, "select count(*) from win_backs")).isEqualTo(DEPARTED);
    assertThat(takings(access, "case_news")).isEqualTo(told);
    assertThat(takings(access, "withheld")).isEqualTo(PARTS * WITHHELD);
    assertThat(takings(access, "exits")).isEqualTo(PARTS * DEPARTED);
    assertThat(count(access, "select sum(next_offset) from feed_offsets"))
        .isEqualTo(PARTS * (CASES + WITHHELD + DEPARTED));
  }

  private static long takings(Database.Access access, String kind) throws Exception {
    return count(access, "select count(*) from takings where kind = '" + kind + "'");
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

  /** One message more of each case, of each that is withheld, and of each of the departed. */
  private void tellPart() {
    int revision = told / CASES + 1;
    RunningDesk.tell(settings, cases(CASES, "%04d", revision));
    new KafkaClients(settings.kafka().bootstrapServers())
        .produceBytes(
            Stream.concat(
                    Arrays.stream(cases(WITHHELD, "w%03d", revision))
                        .map(it -> it.withheld(Withheld.HOLD_OUT).message())
                        .map(it -> OutputRecords.of(settings.topics().withheld(), it)),
                    IntStream.range(0, DEPARTED).mapToObj(this::exit))
                .toList());
    told += CASES;
  }

  /** The job has heard of the claims before it tells the fourth message. */
  private static TestCase[] cases(int count, String name, int revision) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              TestCase it = TestCase.open(name.formatted(i));
              for (int n = 2; n <= revision; n++) {
                boolean isClaimed = i < CLAIMED && n > 3;
                it = it.then(isClaimed ? CaseState.CLAIMED : CaseState.RAISED, "new-signal");
              }
              return it;
            })
        .toArray(TestCase[]::new);
  }

  private ProducerRecord<byte[], byte[]> exit(int i) {
    String exit =
        """
        {"customerId": "1300%04d", "at": "2026-11-20T08:00:00Z", "how": "ported-out",
         "cause": "price", "knownBy": "carrier", "value": {"arpu": 9900, "tier": "gold"},
         "winBack": [{"on": "2027-01-10", "playbook": "W1"}]}"""
            .formatted(i);
    return new ProducerRecord<>(
        settings.topics().exits(),
        "1300%04d".formatted(i).getBytes(StandardCharsets.UTF_8),
        exit.getBytes(StandardCharsets.UTF_8));
  }

  /** Waits for so many messages about cases, and what was told with them. */
  private void awaitRows(Database.Access access, int rows) {
    int all = rows / CASES * (CASES + WITHHELD + DEPARTED);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                count(access, "select count(*) from case_news") >= rows
                    && count(access, "select sum(next_offset) from feed_offsets") >= all);
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
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void execute(Database.Access access, String statements) throws Exception {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private static Connection connect(Database.Access access) throws SQLException {
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), "");
  }
}
