package dev.ebb.connect;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Measures, when the broker confirms an alert, how long it took to get there. */
public final class AppendListener implements ProducerInterceptor<byte[], byte[]> {

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
    return record;
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception failure, Headers headers) {
    Header triggeredAt = headers == null ? null : headers.lastHeader(CaseRecords.TRIGGERED_AT);
    if (failure == null && triggeredAt != null && metadata.hasTimestamp()) {
      AlertLatency.record(metadata.timestamp() - CaseRecords.instant(triggeredAt));
    }
  }

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}
