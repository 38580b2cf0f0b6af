package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.RecordDecoder;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes a feed's records inside the Kafka source: key, null values and timestamps are there. */
final class FeedRecords implements KafkaRecordDeserializationSchema<Decoded> {
  private static final long serialVersionUID = 1L;

  private final FeedBinding binding;
  private final TypeInformation<Decoded> type;
  private transient RecordDecoder decoder;

  FeedRecords(FeedBinding binding, TypeInformation<Decoded> type) {
    this.binding = binding;
    this.type = type;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    decoder = binding.newDecoder();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Decoded> out) {
    out.collect(
        decoder.decode(
            record.key(),
            record.value(),
            record.timestamp(),
            new RecordDecoder.Place(record.topic(), record.partition(), record.offset())));
  }

  @Override
  public TypeInformation<Decoded> getProducedType() {
    return type;
  }
}
