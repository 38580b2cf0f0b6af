package dev.ebb.connect;

import dev.ebb.codec.OutputRecords;
import dev.ebb.codec.Rejected;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes rejected records: the untouched bytes, and in the headers where from and why. */
final class RejectedRecords implements KafkaRecordSerializationSchema<Rejected> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  RejectedRecords(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Rejected rejected, KafkaSinkContext context, Long timestamp) {
    return OutputRecords.of(topic, rejected);
  }
}
