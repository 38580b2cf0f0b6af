package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.cluster.KafkaBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RulesPublishCommandIT {

  private static final Path SILENCE = Path.of("config", "rules", "silence.yaml");

  @RegisterExtension private final KafkaBroker broker = new KafkaBroker();
  @TempDir private Path folder;
  private Path settings;

  @BeforeEach
  void nameTheBroker() throws IOException {
    settings =
        Files.write(
            folder.resolve("ebb.yaml"),
            List.of(
                "kafka:",
                "  bootstrap-servers: " + broker.bootstrapServers(),
                "topics:",
                "  rules: " + broker.topic("rules")));
  }

  @Test
  void shouldPublishAFileAsItIsAndTakeRulesBack() throws IOException {
    String topic = broker.create("rules", 1);

    CommandRun run =
        CommandRun.of("rules", "publish", SILENCE, "--remove", "dormant", "--config", settings);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly("silence published to " + topic, "dormant taken back from " + topic);
    List<ConsumerRecord<String, String>> records = broker.drain(topic, 2);
    assertThat(records).extracting(ConsumerRecord::key).containsExactly("silence", "dormant");
    assertThat(records)
        .extracting(ConsumerRecord::value)
        .containsExactly(Files.readString(SILENCE), null);
  }

  @Test
  void shouldRefuseATopicThatIsNotThere() {
    CommandRun run = CommandRun.of("rules", "publish", SILENCE, "--config", settings);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(broker.topic("rules"));
  }
}
