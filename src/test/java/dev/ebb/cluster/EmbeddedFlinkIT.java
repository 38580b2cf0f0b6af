package dev.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ebb.demo.EmbeddedFlink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFlinkIT {

  private static final long NEW_YEAR = 1_767_225_600_000L;

  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();

  @TempDir Path folder;

  @Test
  void shouldResumeFromASavepointWithItsRocksState() throws Exception {
    String words = kafka.create("words", 2);
    String counts = kafka.create("counts", 1);
    try (EmbeddedFlink flink = EmbeddedFlink.start(folder, 0, 2)) {
      JobClient job = submit(flink.environment(), words, counts);
      kafka.produce(words, "a", "ebb", NEW_YEAR);
      assertThat(kafka.drain(counts, 1).get(0).value()).isEqualTo("ebb=1");

      String savepoint = job.stopWithSavepoint(false, null, SavepointFormatType.NATIVE).get();
      JobClient resumed = submit(flink.environmentFrom(savepoint), words, counts);
      kafka.produce(words, "a", "ebb", NEW_YEAR + 1);

      assertThat(kafka.drain(counts, 2))
          .extracting(record -> record.value())
          .containsExactly("ebb=1", "ebb=2");
      assertThat(folder.resolve("savepoints")).isNotEmptyDirectory();
      assertThat(rocksFiles()).isTrue();
      resumed.cancel().get();
    }
  }

  @Test
  void shouldServeItsWebPagesOnTheLoopbackOnly() throws Exception {
    try (EmbeddedFlink flink = EmbeddedFlink.start(folder, 0, 1)) {
      assertThat(flink.web().getHost()).isEqualTo("127.0.0.1");
      // Answers 503 until its own leader is elected, a moment after the start.
      await().until(() -> page(flink.web()).statusCode() == 200);
      assertThat(page(flink.web()).body()).contains("Apache Flink Web Dashboard");
    }
  }

  @Test
  void shouldRefuseAClusterWithoutSlots() {
    assertThatThrownBy(() -> EmbeddedFlink.start(folder, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("slots must be at least 1 but was 0");
  }

  private static HttpResponse<String> page(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private JobClient submit(StreamExecutionEnvironment env, String from, String to)
      throws Exception {
    CountingJob.define(env, kafka.bootstrapServers(), from, to);
    return env.executeAsync("counting");
  }

  private boolean rocksFiles() throws Exception {
    try (var files = Files.walk(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("MANIFEST-"));
    }
  }
}
