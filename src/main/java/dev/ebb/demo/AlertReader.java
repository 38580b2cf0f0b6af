package dev.ebb.demo;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the alerts topic from its beginning, as whoever works the alerts would. */
final class AlertReader implements AutoCloseable {
  private static final String TRIGGERED_AT = "ebb_triggered_at";

  private final KafkaConsumer<byte[], byte[]> consumer;

  AlertReader(String bootstrapServers, String topic) {
    consumer = new KafkaConsumer<>(properties(bootstrapServers));
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Hands over what has come within the time.
   *
   * @param alerts gets each message and how long it took from its cause to its append, in
   *     milliseconds
   * @return how many there were
   */
  int poll(Duration time, BiConsumer<CaseMessage, Long> alerts) {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(time)) {
      alerts.accept(message(record), latencyMillis(record));
      count++;
    }
    return count;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static CaseMessage message(ConsumerRecord<byte[], byte[]> record) {
    try {
      return CaseJson.read(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException("an alert cannot be read at offset " + record.offset(), e);
    }
  }

  private static long latencyMillis(ConsumerRecord<byte[], byte[]> record) {
    Header triggeredAt = record.headers().lastHeader(TRIGGERED_AT);
    long cause = Long.parseLong(new String(triggeredAt.value(), StandardCharsets.US_ASCII));
    return Math.max(0, record.timestamp() - cause);
  }

  private static Properties properties(String bootstrapServers) {
    Properties properties = new Properties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return properties;
  }
}
