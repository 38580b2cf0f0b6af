package dev.ebb.demo;

import dev.ebb.codec.LifecycleJson;
import dev.ebb.retention.StageChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the stages topic: how customers pass from one lifecycle stage to another. */
final class StageReader implements AutoCloseable {
  private final TopicReader records;

  StageReader(TopicReader records) {
    this.records = records;
  }

  /** Hands over what has come within the time, but for removals. */
  void poll(Duration time, Consumer<StageChange> changes) {
    records.poll(
        time,
        record -> {
          if (record.value() != null) {
            changes.accept(change(record));
          }
        });
  }

  @Override
  public void close() {
    records.close();
  }

  private static StageChange change(ConsumerRecord<byte[], byte[]> record) {
    try {
      return LifecycleJson.stageChange(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException("a stage cannot be read at offset " + record.offset(), e);
    }
  }
}
