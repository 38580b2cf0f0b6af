package dev.ebb.bench;

import dev.ebb.config.Settings;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the other contenders look for, and where they write whom they found: customers whose
 * outgoing calls of 7 closed days are at most half of what they were in the 28 days before, at 10
 * minutes a week or more, and customers without an action of their own for 7 days.
 */
final class Fallen {
  static final int WINDOW_DAYS = 7;
  static final int BASELINE_DAYS = 28;
  static final int ALL_DAYS = WINDOW_DAYS + BASELINE_DAYS;
  static final int SILENT_DAYS = 7;
  static final long LEAST_SECONDS_A_WEEK = 600;

  private Fallen() {}

  /** Whether a full baseline is there and the window has fallen to half of it or less. */
  static boolean isFall(long window, long baseline) {
    long usual = baseline * WINDOW_DAYS / BASELINE_DAYS;
    return usual >= LEAST_SECONDS_A_WEEK && 2 * window <= usual;
  }

  /** The topic of a contender's findings; the key is the customer. */
  static String topic(Contender contender) {
    return "bench." + contender.label();
  }

  /** Writes customers to the topic of findings. */
  static KafkaSink<String> sink(Settings settings, Contender contender) {
    String topic = topic(contender);
    return KafkaSink.<String>builder()
        .setBootstrapServers(settings.kafka().bootstrapServers())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(
            (customer, context, at) -> {
              byte[] bytes = customer.getBytes(StandardCharsets.UTF_8);
              return new ProducerRecord<>(topic, bytes, bytes);
            })
        .build();
  }
}
