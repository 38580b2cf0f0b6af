package dev.ebb.demo;

import dev.ebb.config.Settings;
import dev.ebb.event.Feed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of a demo: Ebb's own, and those that the settings name besides. */
final class DemoTopics {
  private static final short ONE_COPY = 1;
  private static final Map<String, String> STAMPED_BY_BROKER =
      Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

  private DemoTopics() {}

  static Collection<NewTopic> of(Settings settings, int partitions) {
    Map<String, NewTopic> topics = new LinkedHashMap<>();
    for (NewTopic topic : TopicList.withAtMost(partitions)) {
      topics.put(topic.name(), topic);
    }
    for (String name : settings.topics().all()) {
      topics.computeIfAbsent(name, added -> stamped(added, partitions));
    }
    topics.computeIfAbsent(settings.topics().rules(), added -> stamped(added, 1));
    for (Feed feed : Feed.values()) {
      for (String name : settings.feeds().get(feed).topics()) {
        topics.computeIfAbsent(name, added -> stamped(added, partitions));
      }
    }
    return topics.values();
  }

  private static NewTopic stamped(String name, int partitions) {
    return new NewTopic(name, partitions, ONE_COPY).configs(STAMPED_BY_BROKER);
  }
}
