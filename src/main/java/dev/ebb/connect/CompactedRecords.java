package dev.ebb.connect;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.OutputRecords;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records of a compacted topic, keyed by customer. */
final class CompactedRecords implements KafkaRecordSerializationSchema<Compacted> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  CompactedRecords(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Compacted record, KafkaSinkContext context, Long timestamp) {
    return OutputRecords.of(topic, record);
  }
}
