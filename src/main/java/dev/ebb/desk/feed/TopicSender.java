package dev.ebb.desk.feed;

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
 * Sends what waits in the store, in a thread of its own. A record counts as sent when Kafka has it;
 * killed in between, it is sent again.
 */
final class TopicSender implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSender.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Properties properties;
  private final Outgoing outgoing;
  private final FeedState state;
  private final Backoff backoff = new Backoff();

  TopicSender(Properties properties, Outgoing outgoing, FeedState state) {
    this.properties = properties;
    this.outgoing = outgoing;
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
          LOG.warn("{} wait: {}", state.name(), failure.getMessage());
          state.away(failure);
        });
  }

  private void send() {
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      while (backoff.pause(LOOK)) {
        int sent = outgoing.drain(due -> send(producer, due));
        state.live(outgoing.waiting());
        backoff.reset();
        if (sent > 0) {
          LOG.debug("sent {} {}", sent, state.name());
        }
      }
    }
  }

  private void send(
      KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> due) {
    List<Future<RecordMetadata>> sends = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : due) {
      sends.add(producer.send(record));
    }
    producer.flush();
    for (Future<RecordMetadata> sent : sends) {
      try {
        sent.get();
        state.taken(1);
      } catch (ExecutionException e) {
        throw new KafkaException(state.name() + " cannot be sent", e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }
}
