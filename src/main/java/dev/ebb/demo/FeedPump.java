package dev.ebb.demo;

import dev.ebb.config.FeedSettings;
import dev.ebb.event.Feed;
import dev.ebb.simulate.FeedRecord;
import dev.ebb.simulate.Simulation;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a simulation to Kafka: the history as fast as it goes, what follows at a set speed. */
public final class FeedPump implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Simulation simulation;
  private final Map<Feed, FeedSettings> feeds;
  private final Pace pace;
  private final KafkaProducer<byte[], byte[]> producer;
  private volatile Exception failure;
  private volatile long historyRecords = LivePhase.UNKNOWN;
  private volatile long sentAt;

  /**
   * When history ends and how fast time goes from there.
   *
   * @param liveFrom first instant that is not history, epoch milliseconds
   * @param speed simulated seconds per second, above 0
   */
  public record Pace(long liveFrom, double speed, LongSupplier nanoTime) {
    /** How long to wait before what happens at this simulated instant, in milliseconds. */
    long waitMillis(long instant, long liveSinceNanos) {
      double due = (instant - liveFrom) / speed;
      return (long) due - (nanoTime.getAsLong() - liveSinceNanos) / NANOS_PER_MILLI;
    }
  }

  /**
   * A pump that has sent nothing yet.
   *
   * @param feeds each feed goes to its first topic
   */
  public FeedPump(
      String bootstrapServers, Map<Feed, FeedSettings> feeds, Simulation simulation, Pace pace) {
    this.simulation = simulation;
    this.feeds = feeds;
    this.pace = pace;
    this.producer = new KafkaProducer<>(properties(bootstrapServers));
  }

  /**
   * Sends until the simulated span is over or the thread is interrupted.
   *
   * @param progress learns how many records have been sent
   */
  public void run(LongConsumer progress) throws InterruptedException {
    long sent = 0;
    boolean isLive = false;
    long liveSince = 0;
    while (simulation.hasNext() && !Thread.currentThread().isInterrupted()) {
      FeedRecord record = simulation.next();
      if (record.emittedAt() >= pace.liveFrom()) {
        if (!isLive) {
          producer.flush();
          isLive = true;
          historyRecords = sent;
          liveSince = pace.nanoTime().getAsLong();
        }
        await(pace.waitMillis(record.emittedAt(), liveSince));
      }
      send(record);
      progress.accept(++sent);
    }
    producer.flush();
  }

  /** Records of the history once it is sent, else {@link LivePhase#UNKNOWN}. */
  long historyRecords() {
    return historyRecords;
  }

  private void send(FeedRecord record) {
    sentAt = record.emittedAt();
    String topic = feeds.get(record.feed()).topics().get(0);
    send(new ProducerRecord<>(topic, record.key(), record.value()));
  }

  /** How far simulated time is: when the last record was sent, epoch milliseconds. */
  long sentAt() {
    return sentAt;
  }

  /** Sends a record that is not of the simulation. */
  void send(ProducerRecord<byte[], byte[]> record) {
    producer.send(record, (metadata, problem) -> failure = problem == null ? failure : problem);
    if (failure != null) {
      throw new KafkaException("records cannot be sent to Kafka: " + failure.getMessage(), failure);
    }
  }

  private void await(long millis) throws InterruptedException {
    if (millis > 0) {
      Thread.sleep(millis);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static Properties properties(String bootstrapServers) {
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return properties;
  }
}
