package dev.ebb.launch;

import dev.ebb.codec.DecoderSettings;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.Mapping;
import dev.ebb.config.FeedSettings;
import dev.ebb.config.MappingFile;
import dev.ebb.config.Problems;
import dev.ebb.config.Settings;
import dev.ebb.event.Feed;
import java.util.ArrayList;
import java.util.List;

/** Says how each feed's records are read. */
public final class Bindings {
  private Bindings() {}

  /** One binding for each feed that is read from topics, with all their problems at once. */
  static List<FeedBinding> ofTopics(Settings settings) {
    Problems problems = new Problems();
    List<FeedBinding> bindings = new ArrayList<>();
    for (Feed feed : Feed.values()) {
      FeedSettings source = settings.feeds().get(feed);
      if (!source.topics().isEmpty()) {
        Mapping mapping =
            source.mapping() == null ? null : MappingFile.read(source.mapping(), problems);
        bindings.add(
            new FeedBinding(bindings.size(), feed.label(), feed, mapping, decoding(settings)));
      }
    }
    problems.throwIfAny();
    return bindings;
  }

  /** How one feed's records are read. */
  public static FeedBinding of(Settings settings, Feed feed) {
    return ofTopics(settings).stream()
        .filter(binding -> binding.feed() == feed)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "feeds." + feed.label() + ".topics must name a topic but is empty"));
  }

  /** What all decoders share. */
  static DecoderSettings decoding(Settings settings) {
    return new DecoderSettings(
        settings.zone(), settings.currency().getCurrencyCode(), settings.time().futureTolerance());
  }
}
