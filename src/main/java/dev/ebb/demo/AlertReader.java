package dev.ebb.demo;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the alerts topic, as whoever works the alerts would. */
final class AlertReader implements AutoCloseable {
  private static final String TRIGGERED_AT = "ebb_triggered_at";

  private final TopicReader records;

  /** Who is told of alerts. */
  interface Listener {
    /**
     * An alert has come.
     *
     * @param causedAt wall clock of its cause, epoch milliseconds
     * @param latencyMillis from there to its append in Kafka
     */
    void alert(CaseMessage message, long causedAt, long latencyMillis);
  }

  AlertReader(TopicReader records) {
    this.records = records;
  }

  /**
   * Hands over what has come within the time.
   *
   * @return how many there were
   */
  int poll(Duration time, Listener listener) {
    return records.poll(time, record -> tell(record, listener));
  }

  private static void tell(ConsumerRecord<byte[], byte[]> record, Listener listener) {
    long causedAt = causedAt(record);
    listener.alert(message(record), causedAt, Math.max(0, record.timestamp() - causedAt));
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

  private static long causedAt(ConsumerRecord<byte[], byte[]> record) {
    Header triggeredAt = record.headers().lastHeader(TRIGGERED_AT);
    return Long.parseLong(new String(triggeredAt.value(), StandardCharsets.US_ASCII));
  }
}
