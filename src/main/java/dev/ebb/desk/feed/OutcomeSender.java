package dev.ebb.desk.feed;

import dev.ebb.codec.OutcomeJson;
import dev.ebb.desk.store.Outbox;
import dev.ebb.desk.store.Outbox.Pending;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends outcomes to the job in a thread of its own. One counts as sent when Kafka has it; killed in
 * between it is sent again under the same id, which the job counts once.
 */
final class OutcomeSender implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeSender.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int BATCH = 200;

  private final Properties properties;
  private final String topic;
  private final Outbox outbox;
  private final FeedState state;
  private final Backoff backoff = new Backoff();

  OutcomeSender(Properties properties, String topic, Outbox outbox, FeedState state) {
    this.properties = properties;
    this.topic = topic;
    this.outbox = outbox;
    this.state = state;
  }

  /** Asks it to end; it does within seconds. */
  void stop() {
    backoff.stop();
  }

  @Override
  public void run() {
    backoff.persist(
        this::send,
        failure -> {
          LOG.warn("outcomes wait: {}", failure.getMessage());
          state.away(failure);
        });
  }

  private void send() {
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      while (backoff.pause(LOOK)) {
        int sent = outbox.drain(BATCH, due -> send(producer, due));
        state.live(outbox.waiting());
        backoff.reset();
        if (sent > 0) {
          LOG.debug("sent {} outcomes", sent);
        }
      }
    }
  }

  private void send(KafkaProducer<byte[], byte[]> producer, List<Pending> due) {
    List<Future<RecordMetadata>> sends = new ArrayList<>();
    for (Pending pending : due) {
      sends.add(producer.send(record(pending)));
    }
    producer.flush();
    for (Future<RecordMetadata> sent : sends) {
      try {
        sent.get();
        state.taken();
      } catch (ExecutionException e) {
        throw new KafkaException("outcomes cannot be sent", e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
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
