package dev.ebb.desk.feed;

import dev.ebb.desk.store.Changes;
import dev.ebb.desk.store.Database;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes topics over into the store in a thread of its own. The offsets stand in the store and move
 * on in the transaction that writes the rows: whatever is killed or away in between, nothing is
 * lost and nothing comes twice. Kafka or PostgreSQL being away is waited for.
 */
final class FeedReader implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(10);

  private final Properties properties;
  private final Set<String> topics;
  private final Database database;
  private final Takeover takeover;
  private final Backoff backoff = new Backoff();
  private final Map<TopicPartition, Long> offsets = new HashMap<>();
  private final FeedState state;

  FeedReader(
      Properties properties,
      Map<String, Taker> takers,
      Database database,
      Changes changes,
      FeedState state) {
    this.properties = properties;
    this.topics = Set.copyOf(takers.keySet());
    this.database = database;
    this.takeover = new Takeover(takers, database, changes, state);
    this.state = state;
  }

  /** Asks it to end; it does within a second. */
  void stop() {
    backoff.stop();
  }

  @Override
  public void run() {
    backoff.persist(
        this::follow,
        failure -> {
          LOG.warn("feeds {} wait: {}", topics, failure.getMessage());
          state.away(failure);
        });
  }

  private void follow() {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties)) {
      follow(consumer);
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    long lookedAt = System.nanoTime();
    assign(consumer, partitions(consumer));
    while (!backoff.isStopped()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.partitions().forEach(it -> next.put(it, consumer.position(it)));
        takeover.take(records, offsets, next);
        offsets.putAll(next);
      }
      backoff.reset();
      state.live(lag(consumer));
      if (System.nanoTime() - lookedAt > LOOK_FOR_PARTITIONS.toNanos()) {
        lookedAt = System.nanoTime();
        Set<TopicPartition> now = partitions(consumer);
        if (!now.equals(consumer.assignment())) {
          assign(consumer, now);
        }
      }
    }
  }

  private Set<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    Set<TopicPartition> partitions = new HashSet<>();
    for (String topic : topics) {
      var known = consumer.partitionsFor(topic);
      if (known == null || known.isEmpty()) {
        throw new KafkaException("Kafka has no topic " + topic);
      }
      known.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    return partitions;
  }

  private void assign(KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
    offsets.clear();
    offsets.putAll(Offsets.load(database, partitions));
    consumer.assign(partitions);
    offsets.forEach(consumer::seek);
  }

  private static long lag(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(Long.MAX_VALUE / 1_000_000))
        .sum();
  }
}
