package dev.ebb.demo;

import dev.ebb.event.Feed;
import dev.ebb.simulate.FeedRecord;
import dev.ebb.simulate.Simulation;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a simulation to Kafka: the history as fast as it goes, what follows at a set speed. Records
 * carry their simulated time as their Kafka timestamp.
 */
public final class FeedPump implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Simulation simulation;
  private final Map<Feed, String> topics;
  private final Pace pace;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong simulatedNow = new AtomicLong(Long.MIN_VALUE);
  private volatile boolean live;

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

  FeedPump(String bootstrapServers, Map<Feed, String> topics, Simulation simulation, Pace pace) {
    this.simulation = simulation;
    this.topics = topics;
    this.pace = pace;
    this.producer = new KafkaProducer<>(properties(bootstrapServers));
  }

  /** Sends until the simulated span is over or the thread is interrupted. */
  void run() throws InterruptedException {
    long liveSince = 0;
    while (simulation.hasNext() && !Thread.currentThread().isInterrupted()) {
      FeedRecord record = simulation.next();
      if (record.emittedAt() >= pace.liveFrom()) {
        if (!live) {
          producer.flush();
          live = true;
          liveSince = pace.nanoTime().getAsLong();
        }
        await(pace.waitMillis(record.emittedAt(), liveSince));
      }
      simulatedNow.set(record.emittedAt());
      producer.send(
          new ProducerRecord<>(
              topics.get(record.feed()), null, record.emittedAt(), record.key(), record.value()));
    }
    producer.flush();
  }

  /** Whether history is over. */
  boolean isLive() {
    return live;
  }

  /** The simulated time, epoch milliseconds. */
  long simulatedNow() {
    return simulatedNow.get();
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
