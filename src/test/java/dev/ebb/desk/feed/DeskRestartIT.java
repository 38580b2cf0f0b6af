package dev.ebb.desk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaClients;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedDatabase;
import dev.ebb.demo.EmbeddedKafka;
import dev.ebb.desk.RunningDesk;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.event.Feed;
import dev.ebb.load.DeskProcess;
import dev.ebb.retention.CaseState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk is killed in mid-stream, then PostgreSQL and Kafka are restarted under it. */
class DeskRestartIT {
  private static final Agent AGENT = new Agent("ann", "Ann", Role.AGENT, null);
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
    int claimed = 0;
    DeskProcess desk = startDesk();
    try {
      tellPart();
      awaitRows(access, 1);
      desk.close();
      desk = startDesk();
      tellPart();
      awaitRows(access, told);
      claimed += claim(access, 0, 20);

      postgres.close();
      tellPart();
      postgres = EmbeddedDatabase.start(folder.resolve("postgres"), postgres.port());
      awaitRows(access, told);

      int port = Integer.parseInt(kafka.bootstrapServers().replaceAll(".*:", ""));
      kafka.close();
      claimed += claim(access, 20, 40);
      kafka = EmbeddedKafka.start(folder.resolve("kafka"), port);
      tellPart();
      desk.close();
      desk = startDesk();
      tellPart();
      awaitRows(access, told);
      awaitOutcomes(claimed);
      assertThat(desk.isAlive()).isTrue();

      assertThat(count(access, "select count(*) from cases")).isEqualTo(CASES);
      assertThat(count(access, "select count(*) from case_news")).isEqualTo(told);
      assertThat(count(access, "select max(revision) from cases")).isEqualTo(PARTS);
      assertThat(count(access, "select min(revision) from cases")).isEqualTo(PARTS);
      assertThat(count(access, "select sum(next_offset) from feed_offsets")).isEqualTo(told);
    } finally {
      desk.close();
      postgres.close();
      kafka.close();
    }
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

  /** A kill between the sending and its note sends an outcome again, under the same id. */
  private void awaitOutcomes(int expected) {
    String topic = settings.feeds().get(Feed.OUTCOMES).topics().get(0);
    Set<String> ids = new HashSet<>();
    new KafkaClients(settings.kafka().bootstrapServers())
        .drain(
            topic,
            Isolation.READ_COMMITTED,
            records -> {
              records.forEach(record -> ids.add(record.value().replaceAll(",\"alertId.*", "")));
              return ids.size() >= expected;
            });
    assertThat(ids).hasSize(expected);
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
