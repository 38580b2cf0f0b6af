package dev.ebb.codec;

import dev.ebb.event.RejectReason;
import dev.ebb.retention.CaseMessage;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Kafka records of what Ebb sends. They carry no timestamp: the topics take the time of the append.
 */
public final class OutputRecords {
  private static final URI SOURCE = URI.create("/ebb/early-warning");
  private static final String CASE_TYPE = "dev.ebb.case.";
  private static final String JSON = "application/json";

  private OutputRecords() {}

  /**
   * A case as a CloudEvent in binary mode: the attributes are headers, the value is {@link
   * CaseJson}. The headers tell nothing of the person; {@code ce_subject} is the alert's id.
   */
  public static ProducerRecord<byte[], byte[]> of(String topic, CaseMessage message) {
    byte[] key = message.customerId().getBytes(StandardCharsets.UTF_8);
    return KafkaMessageFactory.<byte[]>createWriter(topic, null, null, key)
        .writeBinary(
            new CloudEventBuilder()
                .withId(message.alertId() + ":" + message.revision())
                .withSource(SOURCE)
                .withType(CASE_TYPE + message.state().label())
                .withSubject(message.alertId())
                .withTime(Instant.ofEpochMilli(message.at()).atOffset(ZoneOffset.UTC))
                .withData(JSON, CaseJson.write(message))
                .build());
  }

  /**
   * A rejected record with its untouched bytes; headers say where it came from and why. What
   * belongs to an erased person leaves without bytes.
   */
  public static ProducerRecord<byte[], byte[]> of(String topic, Rejected rejected) {
    boolean isErased = rejected.reason() == RejectReason.ERASED;
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, isErased ? null : rejected.key(), isErased ? null : rejected.value());
    header(record, "topic", rejected.source());
    header(record, "partition", Integer.toString(rejected.partition()));
    header(record, "offset", Long.toString(rejected.offset()));
    header(record, "reason", rejected.reason().label());
    header(record, "message", rejected.message());
    return record;
  }

  /**
   * A rule as it is published to a running job.
   *
   * @param text as in a file; null takes it back
   */
  public static ProducerRecord<byte[], byte[]> ofRule(String topic, String id, String text) {
    return new ProducerRecord<>(
        topic,
        id.getBytes(StandardCharsets.UTF_8),
        text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  /** A record of a compacted topic. */
  public static ProducerRecord<byte[], byte[]> of(String topic, Compacted record) {
    byte[] key = record.customerId().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, record.value());
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
