package dev.ebb.load;

import dev.ebb.config.Settings;
import dev.ebb.event.Feed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that a desk needs where there is no job. */
public final class DeskTopics {
  private static final short ONE_COPY = 1;

  private DeskTopics() {}

  /** Those that these settings name. */
  public static List<NewTopic> of(Settings settings, int partitions) {
    return Stream.of(
            settings.topics().all(),
            List.of(settings.topics().rules()),
            settings.feeds().get(Feed.CUSTOMERS).topics(),
            settings.feeds().get(Feed.OUTCOMES).topics())
        .flatMap(List::stream)
        .map(
            name ->
                new NewTopic(name, partitions, ONE_COPY)
                    .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime")))
        .toList();
  }
}
