package dev.ebb.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes topics the short way. Every read starts at the beginning of the topic. */
public final class KafkaClients {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * In order without a producer's id: a broker that has just been restarted was seen to give one to
   * two producers, and then refuses the second one's records.
   */
  private static final Map<String, Object> IN_ORDER =
      Map.of("enable.idempotence", false, "max.in.flight.requests.per.connection", 1);

  private final String bootstrapServers;

  public KafkaClients(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** A record with the event time as its timestamp. */
  public static ProducerRecord<String, String> message(
      String topic, String key, String value, long timestamp) {
    return new ProducerRecord<>(topic, null, timestamp, key, value);
  }

  /** Appends one record and waits for it; a null value is a tombstone. */
  public void produce(String topic, String key, String value, long timestamp) {
    produce(List.of(message(topic, key, value, timestamp)));
  }

  /** Appends these records in their order and waits for all of them. */
  public void produce(Collection<ProducerRecord<String, String>> records) {
    try (var producer = new KafkaProducer<String, String>(settings(IN_ORDER), text(), text())) {
      acknowledged(records.stream().map(producer::send).toList());
    }
  }

  /** Appends raw records in their order and waits for all of them; they need not be text. */
  public void produceBytes(Collection<ProducerRecord<byte[], byte[]>> records) {
    var serializer = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings(IN_ORDER), serializer, serializer)) {
      acknowledged(records.stream().map(producer::send).toList());
    }
  }

  /** Fails where the broker has refused one: it would be missing without a word. */
  private static void acknowledged(List<Future<RecordMetadata>> appends) {
    for (Future<RecordMetadata> append : appends) {
      try {
        append.get();
      } catch (ExecutionException e) {
        throw new KafkaException("a record was not appended", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  /** A producer with its transactions initialised; the caller closes it. */
  public KafkaProducer<String, String> transactional(String transactionalId) {
    var producer =
        new KafkaProducer<String, String>(
            settings(Map.of("transactional.id", transactionalId)), text(), text());
    producer.initTransactions();
    return producer;
  }

  /** Reads committed records from the beginning until there are at least so many. */
  public List<ConsumerRecord<String, String>> drain(String topic, int count) {
    return drain(topic, Isolation.READ_COMMITTED, records -> records.size() >= count);
  }

  /** Reads from the beginning until the records met so far are enough; fails after a minute. */
  public List<ConsumerRecord<String, String>> drain(
      String topic, Isolation isolation, Predicate<List<ConsumerRecord<String, String>>> enough) {
    try (var consumer = consumer(isolation)) {
      consumer.assign(partitions(consumer, topic));
      consumer.seekToBeginning(consumer.assignment());
      List<ConsumerRecord<String, String>> met = new ArrayList<>();
      await("records on " + topic)
          .atMost(PATIENCE)
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                consumer.poll(POLL).forEach(met::add);
                return enough.test(met);
              });
      return met;
    }
  }

  /** Reads what the topic holds now, from the beginning to the end that this isolation can see. */
  public List<ConsumerRecord<String, String>> all(String topic, Isolation isolation) {
    try (var consumer = consumer(isolation)) {
      Collection<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> met = new ArrayList<>();
      await("end of " + topic)
          .atMost(PATIENCE)
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                consumer.poll(POLL).forEach(met::add);
                return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
              });
      return met;
    }
  }

  private KafkaConsumer<String, String> consumer(Isolation isolation) {
    String level = isolation.name().toLowerCase(Locale.ROOT);
    return new KafkaConsumer<>(
        settings(Map.of("isolation.level", level)),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private static Collection<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private Map<String, Object> settings(Map<String, Object> more) {
    var settings = new HashMap<String, Object>(more);
    settings.put("bootstrap.servers", bootstrapServers);
    return settings;
  }

  private static StringSerializer text() {
    return new StringSerializer();
  }
}
