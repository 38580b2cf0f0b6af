package dev.ebb.launch;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what a job has said of its cases. */
final class Cases {
  private Cases() {}

  static List<CaseMessage> messages(List<ConsumerRecord<String, String>> records) {
    return records.stream().map(Cases::message).toList();
  }

  static CaseMessage message(ConsumerRecord<String, String> record) {
    try {
      return CaseJson.read(record.value().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
