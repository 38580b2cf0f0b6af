package dev.ebb.connect;

import dev.ebb.codec.Dispatch;
import dev.ebb.codec.OutputRecords;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Writes case messages as CloudEvents in binary mode, keyed by customer. */
final class CaseRecords implements KafkaRecordSerializationSchema<Dispatch> {
  private static final long serialVersionUID = 1L;

  /** Header with the wall clock of what caused the message, epoch milliseconds in decimal. */
  static final String TRIGGERED_AT = "ebb_triggered_at";

  private final String topic;
  private final boolean timed;

  /**
   * @param timed whether the latency of this topic's messages is measured
   */
  CaseRecords(String topic, boolean timed) {
    this.topic = topic;
    this.timed = timed;
  }

  static long instant(Header header) {
    return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    if (timed) {
      AlertLatency.register(context.getMetricGroup());
    }
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Dispatch dispatch, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record = OutputRecords.of(topic, dispatch.message());
    record
        .headers()
        .add(
            TRIGGERED_AT,
            Long.toString(dispatch.triggeredAt()).getBytes(StandardCharsets.US_ASCII));
    return record;
  }
}
