package dev.ebb.bench;

import dev.ebb.config.Settings;
import dev.ebb.event.Feed;
import dev.ebb.launch.Bindings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** Runs the Kafka Streams application to the end of the topic. */
final class StreamsTurn {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Turn turn;

  StreamsTurn(Turn turn) {
    this.turn = turn;
  }

  Run run(LongConsumer progress) throws Exception {
    Settings settings = turn.settings();
    Path state = turn.folder().resolve("state");
    KafkaStreams streams =
        new KafkaStreams(
            StreamsTopology.of(
                settings.feeds().get(Feed.USAGE).topics().get(0),
                Bindings.of(settings, Feed.USAGE)),
            properties(settings, state));
    try {
      streams.start();
      Stopwatch.Span span =
          new Stopwatch(() -> records(streams), () -> checkRunning(streams))
              .measure(turn.warmUp(), turn.records(), turn.limit(), progress);
      streams.close(PATIENCE);
      long stateBytes = span.complete() ? Turn.bytes(state) : 0;
      return Run.of(turn.contender(), span, stateBytes, Run.Checkpoints.NONE, Map.of());
    } finally {
      streams.close(PATIENCE);
    }
  }

  private static Properties properties(Settings settings, Path state) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.kafka().groupId());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka().bootstrapServers());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, Bench.PARALLELISM);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    // As often as the others take a checkpoint, with as much memory.
    properties.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        settings.runtime().checkpointInterval().toMillis());
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 512L << 20);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return properties;
  }

  private static long records(KafkaStreams streams) {
    double processed = 0;
    for (Metric metric : streams.metrics().values()) {
      if (metric.metricName().name().equals("process-total")
          && metric.metricName().group().equals("stream-thread-metrics")) {
        processed += (Double) metric.metricValue();
      }
    }
    return Math.round(processed);
  }

  private static void checkRunning(KafkaStreams streams) {
    if (streams.state() == KafkaStreams.State.ERROR) {
      throw new IllegalStateException("Kafka Streams has failed");
    }
  }
}
