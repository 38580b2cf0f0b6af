package dev.ebb.cluster;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** Asks a cluster over its REST interface. */
final class FlinkRest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;

  FlinkRest(URI root) {
    this.root = root;
  }

  /** The answer of {@code GET /path}. */
  JsonNode get(String path) {
    try {
      return JSON.readTree(text(root.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text behind any address, for example a process's metrics. */
  String text(URI address) throws IOException {
    try {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading " + address, e);
    }
  }

  /** Waits until the cluster offers so many task slots. */
  void awaitSlots(int slots) {
    await("slots: " + slots)
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> get("/overview").path("slots-total").asInt() == slots);
  }

  /** Waits until every task of the job runs. */
  void awaitRunning(String jobId) {
    await("job runs: " + jobId)
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonNode job = get("/jobs/" + jobId);
              return job.path("state").asText().equals("RUNNING")
                  && StreamSupport.stream(job.path("vertices").spliterator(), false)
                      .allMatch(vertex -> vertex.path("status").asText().equals("RUNNING"));
            });
  }

  /** Waits for a checkpoint that begins after this call. */
  void awaitCheckpoint(String jobId) {
    long now = completedCheckpoints(jobId);
    await("checkpoints of " + jobId)
        .atMost(PATIENCE)
        .until(() -> completedCheckpoints(jobId) > now + 1);
  }

  /** Waits until the job is known to have been restarted. */
  void awaitRestart(String jobId) {
    await("restart of " + jobId)
        .atMost(PATIENCE)
        .until(
            () ->
                get("/jobs/" + jobId + "/metrics?get=numRestarts").path(0).path("value").asLong()
                    > 0);
  }

  private long completedCheckpoints(String jobId) {
    return get("/jobs/" + jobId + "/checkpoints").path("counts").path("completed").asLong();
  }
}
