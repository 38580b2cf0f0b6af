package dev.ebb.connect;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.OutputRecords;
import dev.ebb.codec.Rejected;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Writes to Kafka with the delivery guarantee that was asked for. */
public final class KafkaOutlets {
  /** A rejected record of the broker's usual limit must still fit with its headers. */
  private static final String LARGEST_REQUEST = Integer.toString(4 << 20);

  private final KafkaConnection connection;
  private final Delivery delivery;

  /**
   * The guarantee of all outlets.
   *
   * @param exactlyOnce messages become visible to a {@code read_committed} reader with each
   *     checkpoint, once; else at once, and after a failure perhaps again
   * @param transactionalIdPrefix unique to this job on its Kafka
   * @param transactionTimeout above checkpoint interval + restart time, below the broker's maximum
   */
  public record Delivery(
      boolean exactlyOnce, String transactionalIdPrefix, Duration transactionTimeout) {}

  public KafkaOutlets(KafkaConnection connection, Delivery delivery) {
    this.connection = connection;
    this.delivery = delivery;
  }

  /** Contactable cases; their latency is measured. */
  public KafkaSink<Dispatch> alerts(String topic) {
    return sink("alerts", new CaseRecords(topic, true), AppendListener.class.getName());
  }

  /** Cases that nobody may act upon. */
  public KafkaSink<Dispatch> withheld(String topic) {
    return sink("withheld", new CaseRecords(topic, false), "");
  }

  /** Records that were not counted. */
  public KafkaSink<Rejected> rejected(String topic) {
    return sink(
        "rejected", (rejected, context, timestamp) -> OutputRecords.of(topic, rejected), "");
  }

  /**
   * Records of a compacted topic.
   *
   * @param name of the outlet, unique among all
   */
  public KafkaSink<Compacted> compacted(String name, String topic) {
    return sink(name, (record, context, timestamp) -> OutputRecords.of(topic, record), "");
  }

  private <T> KafkaSink<T> sink(
      String name, KafkaRecordSerializationSchema<T> records, String interceptors) {
    Properties properties = connection.clientProperties();
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    properties.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    properties.setProperty(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, interceptors);
    properties.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Long.toString(delivery.transactionTimeout().toMillis()));
    return KafkaSink.<T>builder()
        .setBootstrapServers(connection.bootstrapServers())
        .setKafkaProducerConfig(properties)
        .setRecordSerializer(records)
        .setDeliveryGuarantee(
            delivery.exactlyOnce()
                ? DeliveryGuarantee.EXACTLY_ONCE
                : DeliveryGuarantee.AT_LEAST_ONCE)
        .setTransactionalIdPrefix(delivery.transactionalIdPrefix() + "-" + name)
        .build();
  }
}
