package dev.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.demo.EmbeddedKafka;
import dev.ebb.demo.TopicList;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicListIT {

  @TempDir Path folder;

  @Test
  void shouldCreateEveryTopicWithItsSettings() throws Exception {
    var topics = TopicList.withAtMost(2);
    assertThat(topics)
        .extracting(NewTopic::name)
        .contains("ebb.usage", "ebb.alerts", "ebb.rejected");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      kafka.createTopics(topics);

      for (NewTopic topic : topics) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        Map<String, String> actual =
            topic.configs().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> config.get(name).value()));
        assertThat(actual).as(topic.name()).isEqualTo(topic.configs());
      }
      assertThat(partitions(admin, "ebb.usage")).isEqualTo(2);
    }
  }

  private static int partitions(Admin admin, String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .size();
  }
}
