package dev.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A job's whole life on a cluster of separate processes, shown with the smallest job. */
class StandaloneClusterIT {

  private static final long NEW_YEAR = 1_767_225_600_000L;

  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void shouldKeepItsCountsOverAKilledTaskManagerAndASavepoint() throws Exception {
    String words = kafka.create("words", 1);
    String counts = kafka.create("counts", 1);
    Path jar = jar();
    try (StandaloneCluster cluster =
        StandaloneCluster.start(folder.resolve("flink"), 1, 1, Map.of())) {
      String[] arguments = {kafka.bootstrapServers(), words, counts};
      String job = cluster.runJar(jar, arguments);
      kafka.produce(words, "a", "ebb", NEW_YEAR);
      assertThat(values(counts, 1)).containsExactly("ebb=1");
      assertThat(cluster.client("list")).contains(job);
      assertThat(cluster.metrics())
          .contains("flink_taskmanager_job_task_operator_ebb_feed_kind_events");

      cluster.rest().awaitCheckpoint(job);
      cluster.killTaskManager(0);
      cluster.startTaskManager();
      kafka.produce(words, "a", "ebb", NEW_YEAR);
      assertThat(values(counts, 2)).containsExactly("ebb=1", "ebb=2");
      cluster.rest().awaitRestart(job);

      String savepoint = cluster.stopWithSavepoint(job);
      cluster.resumeJar(savepoint, jar, arguments);
      kafka.produce(words, "a", "ebb", NEW_YEAR);
      assertThat(values(counts, 3)).containsExactly("ebb=1", "ebb=2", "ebb=3");
    }
  }

  private Path jar() throws Exception {
    List<Path> libraries =
        TestJar.onClassPath(name -> name.matches("(kafka-clients|flink-connector-kafka)-.*"));
    Path jar = TestJar.write(folder.resolve("counting.jar"), List.of(CountingJob.class), libraries);
    return jar;
  }

  private List<String> values(String topic, int count) {
    return kafka.drain(topic, count).stream().map(record -> record.value()).toList();
  }
}
