package dev.ebb.connect;

import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.codec.RecordLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of published rules: to its end before anything is judged, then without end. */
public final class KafkaRules implements RecordLog {
  private static final long serialVersionUID = 1L;
  private static final String DISCOVERY_INTERVAL_MILLIS = "30000";
  private static final Duration POLL = Duration.ofSeconds(1);

  private final KafkaConnection connection;
  private final String topic;

  public KafkaRules(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  /** The records from the beginning, since the topic is compacted, and all that come. */
  public KafkaSource<RawRecord> live(TypeInformation<RawRecord> type) {
    return from(type).build();
  }

  /** The same up to these offsets. */
  KafkaSource<RawRecord> until(Map<TopicPartition, Long> ends, TypeInformation<RawRecord> type) {
    return from(type).setBounded(OffsetsInitializer.offsets(ends)).build();
  }

  private KafkaSourceBuilder<RawRecord> from(TypeInformation<RawRecord> type) {
    return KafkaSource.<RawRecord>builder()
        .setBootstrapServers(connection.bootstrapServers())
        .setGroupId(connection.groupId())
        .setClientIdPrefix(connection.groupId() + "-rules")
        .setProperties(connection.clientProperties())
        .setProperty(
            KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), DISCOVERY_INTERVAL_MILLIS)
        .setTopics(topic)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new Records(type));
  }

  @Override
  public List<RawRecord> read() {
    Properties properties = connection.clientProperties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrapServers());
    List<RawRecord> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(POLL).forEach(record -> records.add(raw(record)));
      }
    }
    return records;
  }

  private static RawRecord raw(ConsumerRecord<byte[], byte[]> record) {
    Place place = new Place(record.topic(), record.partition(), record.offset());
    return new RawRecord(place, record.key(), record.value());
  }

  private record Records(TypeInformation<RawRecord> type)
      implements KafkaRecordDeserializationSchema<RawRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
      out.collect(raw(record));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
      return type;
    }
  }
}
