package dev.ebb.demo;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the alerts topic, as whoever works the alerts would. */
final class AlertReader implements AutoCloseable {
  private static final String TRIGGERED_AT = "ebb_triggered_at";

  private final TopicReader records;

  AlertReader(TopicReader records) {
    this.records = records;
  }

  /**
   * Hands over what has come within the time.
   *
   * @param alerts gets each message and how long it took from its cause to its append, in
   *     milliseconds
   * @return how many there were
   */
  int poll(Duration time, BiConsumer<CaseMessage, Long> alerts) {
    return records.poll(time, record -> alerts.accept(message(record), latencyMillis(record)));
  }

  @Override
  public void close() {
    records.close();
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
}
