package dev.ebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each contender on fifty days of ten customers, of whom one stops to call and one falls silent.
 */
class BenchIT {
  private static final int EVENTS = 10_000;
  private static final int CUSTOMERS = 10;
  private static final BenchSettings SETTINGS =
      new BenchSettings(
          Arrays.asList(Contender.values()), EVENTS, CUSTOMERS, 1, 0, Duration.ofMinutes(5), null);

  private static Arena arena;

  @TempDir private Path folder;

  @BeforeAll
  static void openArena() throws Exception {
    arena = Arena.open(SETTINGS, Path.of("target", "bench"), loaded -> {});
  }

  @AfterAll
  static void closeArena() throws Exception {
    arena.close();
  }

  @Test
  void shouldRunTheWholeJob() throws Exception {
    Run run = arena.turn(Contender.EBB, 1, records -> {});
    assertThat(run.complete()).isTrue();
    assertThat(run.seen()).isEqualTo(EVENTS);
    assertThat(run.stateBytes()).isPositive();
    assertThat(run.counts())
        .containsEntry("events", (long) EVENTS - EVENTS / 1_000)
        .containsEntry("duplicates", (long) EVENTS / 1_000)
        .containsEntry("rejected", 0L)
        .containsEntry("customers", (long) CUSTOMERS)
        .hasEntrySatisfying("alerts", alerts -> assertThat(alerts).isPositive());
    Set<String> cases = keys("ebb.alerts");
    cases.addAll(keys("ebb.withheld"));
    assertThat(cases).containsAll(customers(Traffic::falls));
  }

  @ParameterizedTest
  @EnumSource(names = {"PARSE", "FLOOR"})
  void shouldSeeEachRecordOnce(Contender contender) throws Exception {
    assertThat(here(contender).seen()).isEqualTo(EVENTS);
  }

  @ParameterizedTest
  @EnumSource(names = {"MAP_PER_DAY", "SLIDING_WINDOWS"})
  void shouldFindWhoFalls(Contender contender) throws Exception {
    assertThat(here(contender).seen()).isEqualTo(EVENTS);
    assertThat(keys(Fallen.topic(contender))).isEqualTo(customers(Traffic::falls));
  }

  @ParameterizedTest
  @EnumSource(names = {"KAFKA_STREAMS", "FLINK_SQL"})
  void shouldFindWhoFallsWithLibrariesOfItsOwn(Contender contender) throws Exception {
    assertThat(arena.turn(contender, 1, records -> {}).seen()).isEqualTo(EVENTS);
    assertThat(keys(Fallen.topic(contender))).isEqualTo(customers(Traffic::falls));
  }

  /** In this JVM, which is warm. */
  private Run here(Contender contender) throws Exception {
    Path own = Files.createDirectory(folder.resolve(contender.label()));
    return arena.prepare(contender, contender.label(), own).run(records -> {});
  }

  private static Set<String> keys(String topic) {
    List<ConsumerRecord<String, String>> records =
        new KafkaClients(arena.servers()).all(topic, Isolation.READ_COMMITTED);
    return records.stream().map(ConsumerRecord::key).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> customers(Predicate<String> chosen) {
    Traffic traffic = new Traffic(EVENTS, CUSTOMERS);
    return LongStream.range(0, EVENTS)
        .mapToObj(traffic::customer)
        .filter(chosen)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
