package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.FeedBinding;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Reads feeds from Kafka. */
public final class KafkaFeeds {
  private static final String DISCOVERY_INTERVAL_MILLIS = "30000";

  private final KafkaConnection connection;
  private final TypeInformation<Decoded> type;

  public KafkaFeeds(KafkaConnection connection, TypeInformation<Decoded> type) {
    this.connection = connection;
    this.type = type;
  }

  /**
   * A feed without end: from the committed offsets, or else from the beginning; offsets are
   * committed with each checkpoint, new partitions found every 30 seconds.
   */
  public KafkaSource<Decoded> live(FeedBinding binding, List<String> topics) {
    return source(binding, topics)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .build();
  }

  private KafkaSourceBuilder<Decoded> source(FeedBinding binding, List<String> topics) {
    return KafkaSource.<Decoded>builder()
        .setBootstrapServers(connection.bootstrapServers())
        .setGroupId(connection.groupId())
        .setClientIdPrefix(connection.groupId() + "-" + binding.feed().label())
        .setProperties(connection.clientProperties())
        .setProperty(
            KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), DISCOVERY_INTERVAL_MILLIS)
        .setTopics(topics)
        .setDeserializer(new FeedRecords(binding, type));
  }
}
