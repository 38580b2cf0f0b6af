package dev.ebb.desk.feed;

import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.Changes;
import dev.ebb.desk.store.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
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

  private static final String RECORD = "record";

  /** Classes of SQL states: data exception, integrity constraint violation. */
  private static final Set<String> DATA = Set.of("22", "23");

  private final Properties properties;
  private final Map<String, Taker> takers;
  private final Database database;
  private final Changes changes;
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
    this.takers = Map.copyOf(takers);
    this.database = database;
    this.changes = changes;
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
          LOG.warn("feeds {} wait: {}", takers.keySet(), failure.getMessage());
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
      for (TopicPartition partition : records.partitions()) {
        take(partition, records.records(partition), consumer.position(partition));
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
    for (String topic : takers.keySet()) {
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

  /** What PostgreSQL refuses of a batch is looked for one by one. */
  private void take(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
    List<Change> changed;
    try {
      changed = takeAll(partition, records, next, false);
    } catch (JdbiException e) {
      if (!isOfTheData(e)) {
        throw e;
      }
      changed = takeAll(partition, records, next, true);
    }
    offsets.put(partition, next);
    changed.forEach(changes::tell);
  }

  private List<Change> takeAll(
      TopicPartition partition,
      List<ConsumerRecord<byte[], byte[]>> records,
      long next,
      boolean oneByOne) {
    long from = offsets.get(partition);
    return database.transact(
        handle -> {
          List<Change> changed = new ArrayList<>();
          Offsets.advance(handle, partition, from, next);
          for (ConsumerRecord<byte[], byte[]> record : records) {
            Change change = taken(handle, record, oneByOne);
            if (change != null) {
              changed.add(change);
            }
          }
          return changed;
        });
  }

  private Change taken(Handle handle, ConsumerRecord<byte[], byte[]> record, boolean oneByOne) {
    if (oneByOne) {
      handle.savepoint(RECORD);
    }
    try {
      Change change = takers.get(record.topic()).take(handle, record);
      state.taken();
      return change;
    } catch (IOException | RuntimeException e) {
      if (e instanceof JdbiException refused) {
        if (!oneByOne || !isOfTheData(refused)) {
          throw refused;
        }
        handle.rollbackToSavepoint(RECORD);
      }
      passOver(record, e);
      return null;
    }
  }

  private void passOver(ConsumerRecord<byte[], byte[]> record, Exception why) {
    state.unreadable();
    LOG.warn(
        "{}-{} offset {} is passed over: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        why instanceof IOException ? why.getMessage() : why.getClass().getSimpleName());
  }

  /** Whether PostgreSQL is there and does not like what it was given. */
  private static boolean isOfTheData(JdbiException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return DATA.contains(sql.getSQLState().substring(0, 2));
      }
    }
    return false;
  }
}
