package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.RawRecord;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a feed up to given offsets, also where they are not written yet: a bounded input that can
 * pause.
 */
public final class FeedsToOffsets {

  private FeedsToOffsets() {}

  /** {@code ends}: the first offset of each partition that is not read. */
  public static KafkaSource<Decoded> source(
      String bootstrapServers,
      FeedBinding binding,
      String topic,
      Map<TopicPartition, Long> ends,
      TypeInformation<Decoded> type) {
    return KafkaSource.<Decoded>builder()
        .setBootstrapServers(bootstrapServers)
        .setGroupId(topic)
        .setTopics(List.of(topic))
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setBounded(OffsetsInitializer.offsets(ends))
        .setDeserializer(new FeedRecords(binding, type))
        .build();
  }

  /** The topic of published rules, as far as these offsets. */
  public static KafkaSource<RawRecord> rules(
      KafkaRules topic, Map<TopicPartition, Long> ends, TypeInformation<RawRecord> type) {
    return topic.until(ends, type);
  }
}
