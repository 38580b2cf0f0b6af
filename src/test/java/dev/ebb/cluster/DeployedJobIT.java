package dev.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.event.Feed;
import dev.ebb.simulate.FeedRecord;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job as an operator runs it: {@code ebb-job.jar} submitted to a cluster of separate processes,
 * a simulated history in Kafka, alerts in Kafka, numbers in a real Prometheus.
 */
class DeployedJobIT {

  private static final Path JAR = Path.of(System.getProperty("ebb.job.jar", "target/ebb-job.jar"));
  private static final SimulationSettings LIFE =
      SimulationSettings.of(300, 110, 7).withEventsPerDay(2).withShares(0.3, 0.1);

  private static final int HALF = 85;
  private static final List<String> OUTPUTS =
      List.of("alerts", "withheld", "stages", "exits", "kpis", "rejected", "rules");
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void shouldSubmitNothingThatTheClusterHasOrDoesNotNeed() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> entries = jar.stream().map(ZipEntry::getName).toList();
      assertThat(entries).contains("dev/ebb/cli/JobMain.class");
      assertThat(entries)
          .noneMatch(name -> name.startsWith("org/apache/flink/runtime/"))
          .noneMatch(name -> name.startsWith("org/apache/flink/streaming/runtime/"))
          .noneMatch(name -> name.startsWith("kafka/server/"))
          .noneMatch(name -> name.startsWith("org/eclipse/jetty/"))
          .noneMatch(name -> name.startsWith("org/rocksdb/"));
    }
  }

  @Test
  void shouldRaiseAlertsTellPrometheusAndGoOnFromASavepoint() throws Exception {
    assertThat(JAR).as("the job's jar, built by mvn package").isRegularFile();
    createTopics();
    String config = config().toString();
    Simulation simulation = new Simulation(LIFE);
    try (StandaloneCluster cluster =
            StandaloneCluster.start(folder.resolve("flink"), 1, 2, Map.of());
        PrometheusServer prometheus =
            PrometheusServer.isExpected()
                ? PrometheusServer.start(folder.resolve("prometheus"), cluster.metricTargets())
                : null) {
      live(simulation, HALF);
      String job = cluster.runJar(JAR, "--config", config);
      JsonNode first = drainAlerts(alerts -> !alerts.isEmpty()).get(0);
      assertThat(first.path("state").asText()).isEqualTo("open");
      assertThat(first.path("signals")).isNotEmpty();
      if (prometheus != null) {
        awaitData(prometheus);
      }
      // Cases of earlier days end before the second half has begun.
      drainAlerts(alerts -> alerts.stream().anyMatch(alert -> isAfterStartOf(HALF - 1, alert)));

      String savepoint = cluster.stopWithSavepoint(job);
      Set<String> known = cases();
      cluster.resumeJar(savepoint, JAR, "--config", config);
      live(simulation, LIFE.days());
      List<JsonNode> alerts =
          drainAlerts(all -> all.stream().anyMatch(alert -> goesOn(alert, known)));

      // A job that had forgotten its cases would open others or count revisions from 1 again.
      assertThat(alerts).extracting(DeployedJobIT::revision).doesNotHaveDuplicates();
    }
  }

  private List<JsonNode> drainAlerts(Predicate<List<JsonNode>> enough) {
    return messages(
        kafka
            .clients()
            .drain(
                kafka.topic("alerts"),
                Isolation.READ_COMMITTED,
                records -> enough.test(messages(records))));
  }

  private static List<JsonNode> messages(List<ConsumerRecord<String, String>> records) {
    return records.stream().map(record -> json(record.value())).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON on the alerts' topic: " + text, e);
    }
  }

  /** The cases on the alerts' topic at this moment. */
  private Set<String> cases() {
    return messages(kafka.clients().all(kafka.topic("alerts"), Isolation.READ_COMMITTED)).stream()
        .map(alert -> alert.path("alertId").asText())
        .collect(Collectors.toSet());
  }

  private static boolean goesOn(JsonNode alert, Set<String> known) {
    return known.contains(alert.path("alertId").asText()) && isAfterStartOf(HALF + 1, alert);
  }

  private static boolean isAfterStartOf(int day, JsonNode alert) {
    return Instant.parse(alert.path("at").asText()).toEpochMilli() > LIFE.startOf(day);
  }

  private static String revision(JsonNode alert) {
    return alert.path("alertId").asText() + ":" + alert.path("revision").asText();
  }

  /** Every panel shows something; those of what may not happen are at least understood. */
  private static void awaitData(PrometheusServer prometheus) throws Exception {
    for (Dashboard.Query query : Dashboard.queries()) {
      await(query.panel() + ": " + query.expression())
          .atMost(Duration.ofSeconds(60))
          .until(() -> !prometheus.query(query.expression()).isEmpty());
    }
  }

  private void createTopics() {
    for (Feed feed : Feed.values()) {
      kafka.create(feed.label(), 2);
    }
    OUTPUTS.forEach(topic -> kafka.create(topic, 2));
  }

  /** Sends what happens until the end of this day. */
  private void live(Simulation simulation, int day) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (simulation.hasNext() && simulation.daysMade() <= day) {
      FeedRecord record = simulation.next();
      String topic = kafka.topic(record.feed().label());
      records.add(
          new ProducerRecord<>(topic, null, record.emittedAt(), record.key(), record.value()));
    }
    kafka.clients().produceBytes(records);
  }

  private Path config() throws Exception {
    StringBuilder config = new StringBuilder("kafka:\n");
    config.append("  bootstrap-servers: ").append(kafka.bootstrapServers()).append('\n');
    config.append("  group-id: ").append(kafka.prefix()).append("ebb\nfeeds:\n");
    for (Feed feed : Feed.values()) {
      config.append("  %s: {topics: [%s]}%n".formatted(feed.label(), kafka.topic(feed.label())));
    }
    config.append("topics:\n");
    for (String topic : OUTPUTS) {
      config.append("  %s: %s%n".formatted(topic, kafka.topic(topic)));
    }
    config.append("runtime: {checkpoint-interval: 1 s}\n");
    return Files.writeString(folder.resolve("ebb.yaml"), config);
  }
}
