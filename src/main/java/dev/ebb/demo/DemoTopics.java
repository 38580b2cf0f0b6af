package dev.ebb.demo;

import dev.ebb.config.Settings;
import dev.ebb.event.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics of a demo. All are stamped by the broker: simulated time is not the time of the
 * append, and an output that looks old would be deleted.
 */
final class DemoTopics {
  private static final short ONE_COPY = 1;
  private static final Map<String, String> STAMPED_BY_BROKER =
      Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

  private DemoTopics() {}

  static List<NewTopic> of(Settings settings, int partitions) {
    List<String> names = new ArrayList<>(settings.topics().all());
    for (Feed feed : Feed.values()) {
      names.addAll(settings.feeds().get(feed).topics());
    }
    return names.stream()
        .map(name -> new NewTopic(name, partitions, ONE_COPY).configs(STAMPED_BY_BROKER))
        .toList();
  }
}
