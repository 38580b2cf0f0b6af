package dev.ebb.launch;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaBroker;
import dev.ebb.cluster.KafkaClients;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The job as it is deployed, on a real Kafka and a Flink cluster; checkpoints are asked for. */
public final class RunningJob implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration NEVER_BY_ITSELF = Duration.ofHours(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final EmbeddedFlink flink;
  private final KafkaClients clients;
  private final Settings settings;
  private final JobClient job;
  private int markers;

  private RunningJob(EmbeddedFlink flink, KafkaBroker kafka, Settings settings, String checkpoint)
      throws Exception {
    this.flink = flink;
    this.clients = kafka.clients();
    this.settings = settings;
    StreamExecutionEnvironment env =
        checkpoint == null ? flink.environment() : flink.environmentFrom(checkpoint);
    Configuration byHand = new Configuration();
    byHand.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, NEVER_BY_ITSELF);
    byHand.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    env.configure(byHand);
    new KafkaPipeline(settings).build(env, Rules.of(settings));
    this.job = env.executeAsync("under test");
  }

  /** Starts it with nothing in its state. */
  public static RunningJob start(EmbeddedFlink flink, KafkaBroker kafka, Settings settings)
      throws Exception {
    return new RunningJob(flink, kafka, settings, null);
  }

  /** Starts it where a checkpoint was. */
  static RunningJob resume(
      EmbeddedFlink flink, KafkaBroker kafka, Settings settings, String checkpoint)
      throws Exception {
    return new RunningJob(flink, kafka, settings, checkpoint);
  }

  /** Sends a record and waits for its append, which bears the time of what it tells. */
  public void send(Feed feed, String customer, String json, long at) {
    clients.produce(settings.feeds().get(feed).topics().get(0), customer, json, at);
  }

  /** Waits until all that was sent to a feed before has left its source. */
  public void awaitSource(Feed feed) {
    String marker = "marker " + ++markers;
    send(feed, null, marker, Village.at(0, "00:00"));
    clients.drain(
        settings.topics().rejected(),
        Isolation.READ_UNCOMMITTED,
        met -> met.stream().anyMatch(record -> marker.equals(record.value())));
  }

  /** Waits until every customer's ledger has been told that it is this instant. */
  public void awaitTime(long instant) {
    await("event time")
        .atMost(PATIENCE)
        .until(() -> watermarks().stream().allMatch(it -> it >= instant - 1));
  }

  private List<Long> watermarks() {
    JsonNode vertices = get("").path("vertices");
    String ledger =
        vertices.findParents("name").stream()
            .filter(vertex -> vertex.path("name").asText().contains("Ledger"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    JsonNode watermarks = get("/vertices/" + ledger + "/watermarks");
    return watermarks.isEmpty()
        ? List.of(Long.MIN_VALUE)
        : watermarks.findValues("value").stream().map(JsonNode::asLong).toList();
  }

  /** Waits for so many committed messages. */
  List<ConsumerRecord<String, String>> committed(String topic, int count) {
    return clients.drain(topic, count);
  }

  /** Waits for the committed messages that are enough. */
  List<ConsumerRecord<String, String>> until(
      String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
    return clients.drain(topic, Isolation.READ_COMMITTED, enough);
  }

  /** The messages that a reader of committed records sees now. */
  List<ConsumerRecord<String, String>> now(String topic, Isolation isolation) {
    return clients.all(topic, isolation);
  }

  /** Takes a checkpoint and returns where it lies. */
  String checkpoint() {
    String request =
        post("/checkpoints", "{\"checkpointType\":\"FULL\"}").get("request-id").asText();
    // The cluster does not close before somebody has asked how it went.
    await("checkpoint")
        .atMost(PATIENCE)
        .until(() -> get("/checkpoints/" + request).at("/status/id").asText().equals("COMPLETED"));
    await("path of the checkpoint").atMost(PATIENCE).until(() -> !path().isEmpty());
    return path();
  }

  private String path() {
    return get("/checkpoints").at("/latest/completed/external_path").asText();
  }

  /** Whether any of its tasks has a metric whose name ends so. */
  boolean hasMetric(String name) {
    for (JsonNode vertex : get("").path("vertices")) {
      for (JsonNode metric : get("/vertices/" + vertex.path("id").asText() + "/metrics")) {
        if (metric.path("id").asText().endsWith(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Ends it at once, as a crash would: what came after the last checkpoint is forgotten. */
  @Override
  public void close() throws Exception {
    job.cancel().get();
    await("end of the job")
        .atMost(PATIENCE)
        .until(() -> job.getJobStatus().get().isGloballyTerminalState());
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(address(path)).build());
  }

  private JsonNode post(String path, String body) {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private URI address(String path) {
    return flink.web().resolve("/jobs/" + job.getJobID() + path);
  }

  private JsonNode send(HttpRequest request) {
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
