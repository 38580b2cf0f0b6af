package dev.ebb.desk.feed;

import dev.ebb.codec.OutcomeJson;
import dev.ebb.codec.OutputRecords;
import dev.ebb.desk.store.Outbox;
import dev.ebb.desk.store.Outbox.Pending;
import dev.ebb.desk.store.RuleBook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

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

  /** Rules that are stopped or started again. */
  record Rules(RuleBook rules, String topic) implements Outgoing {
    @Override
    public int drain(Consumer<List<ProducerRecord<byte[], byte[]>>> send) {
      return rules.drain(
          due ->
              send.accept(
                  due.stream()
                      .map(it -> OutputRecords.ofRule(topic, it.rule(), it.text()))
                      .toList()));
    }

    @Override
    public long waiting() {
      return rules.waiting();
    }
  }
}
