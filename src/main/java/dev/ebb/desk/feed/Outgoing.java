package dev.ebb.desk.feed;

import dev.ebb.codec.OutcomeJson;
import dev.ebb.codec.OutputRecords;
import dev.ebb.desk.store.Outbox;
import dev.ebb.desk.store.Outbox.Pending;
import dev.ebb.desk.store.RuleTelling;
import dev.ebb.desk.store.RuleTelling.Publication;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** What waits in the store to be sent to a topic. */
interface Outgoing {
  /**
   * Sends what is due.
   *
   * @param send returns when all have arrived; where it throws they stay and come again
   * @return how many were sent
   */
  int drain(Consumer<List<ProducerRecord<byte[], byte[]>>> send);

  /** How many have not been sent yet. */
  long waiting();

  /** Outcomes for the job, which counts one that is sent again under the same id once. */
  record Outcomes(Outbox outbox, String topic) implements Outgoing {
    private static final int BATCH = 200;

    @Override
    public int drain(Consumer<List<ProducerRecord<byte[], byte[]>>> send) {
      return outbox.drain(BATCH, due -> send.accept(due.stream().map(this::record).toList()));
    }

    @Override
    public long waiting() {
      return outbox.waiting();
    }

    private ProducerRecord<byte[], byte[]> record(Pending pending) {
      return new ProducerRecord<>(
          topic,
          pending.customerId().getBytes(StandardCharsets.UTF_8),
          OutcomeJson.write(
              pending.id(),
              pending.customerId(),
              pending.at().toEpochMilli(),
              pending.outcome(),
              pending.note()));
    }
  }

  /** Rules that are stopped or started again; a header says which step a record is for. */
  record Rules(RuleTelling rules, String topic) implements Outgoing {
    private static final String STEP = "ebb-rule-step";

    /** The step that a record was sent for; null if it is somebody else's. */
    static Long stepOf(ConsumerRecord<byte[], byte[]> record) {
      Header step = record.headers().lastHeader(STEP);
      return step == null || step.value() == null || step.value().length != Long.BYTES
          ? null
          : ByteBuffer.wrap(step.value()).getLong();
    }

    @Override
    public int drain(Consumer<List<ProducerRecord<byte[], byte[]>>> send) {
      return rules.drain(due -> send.accept(due.stream().map(this::record).toList()));
    }

    @Override
    public long waiting() {
      return rules.waiting();
    }

    private ProducerRecord<byte[], byte[]> record(Publication due) {
      ProducerRecord<byte[], byte[]> record = OutputRecords.ofRule(topic, due.rule(), due.text());
      record.headers().add(STEP, ByteBuffer.allocate(Long.BYTES).putLong(due.step()).array());
      return record;
    }
  }
}
