package dev.ebb.config;

import dev.ebb.event.Feed;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a feed comes from.
 *
 * @param topics one or more; none: the feed is not read
 * @param mapping how its records are read, or null: they are in Ebb's own form
 */
public record FeedSettings(List<String> topics, Path mapping) {

  public FeedSettings {
    topics = List.copyOf(topics);
    topics.forEach(topic -> TopicSettings.check("topics", topic));
  }

  /** The feed in its own topic. */
  public static FeedSettings defaults(Feed feed) {
    return new FeedSettings(List.of("ebb." + feed.label()), null);
  }

  /** A relative mapping lies beside the settings file. */
  static FeedSettings read(Section section, Feed feed, Path folder) {
    List<String> topics = section.texts("topics", defaults(feed).topics);
    for (String topic : topics) {
      if (!TopicSettings.isTopic(topic)) {
        section.problem("topics", TopicSettings.expected(topic));
      }
    }
    Path mapping = section.scalar("mapping", null, folder::resolve, "must be a file");
    return section.build(() -> new FeedSettings(topics, mapping));
  }
}
