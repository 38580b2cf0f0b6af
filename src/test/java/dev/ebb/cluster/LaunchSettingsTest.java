package dev.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The ways to launch Ebb that cannot be run here say the same as the one that is. */
class LaunchSettingsTest {

  @Test
  void shouldRunOnKubernetesWithTheSettingsOfTheStandaloneCluster() throws IOException {
    Map<String, String> standalone = new TreeMap<>();
    LaunchSettings.flink().forEach((key, value) -> standalone.put(key, value.toString()));
    Map<?, ?> spec = (Map<?, ?>) LaunchSettings.read("flink-deployment.yaml").get("spec");
    Map<String, String> kubernetes = new TreeMap<>();
    ((Map<?, ?>) spec.get("flinkConfiguration"))
        .forEach((key, value) -> kubernetes.put(key.toString(), (String) value));

    // Sizes are the operator's resources there, and only Kubernetes brings its own availability.
    standalone.keySet().removeIf(key -> key.endsWith("memory.process.size"));
    kubernetes.keySet().removeIf(key -> key.startsWith("high-availability"));
    assertThat(kubernetes).isEqualTo(standalone);
  }

  @Test
  void shouldReadFromTheComposedKafka() {
    Settings settings = SettingsFile.load(LaunchSettings.FOLDER.resolve("ebb.compose.yaml"));

    assertThat(settings.kafka().bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(settings.desk().database().jdbcUrl())
        .isEqualTo("jdbc:postgresql://postgres:5432/ebb");
  }
}
