package dev.ebb.bench;

import dev.ebb.demo.TopicList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the topics and fills the feed. */
final class TopicLoad {
  private final String servers;

  TopicLoad(String servers) {
    this.servers = servers;
  }

  /** Makes Ebb's topics and one for what each other contender finds. */
  void createTopics() throws InterruptedException {
    List<NewTopic> topics = new ArrayList<>(TopicList.withAtMost(Bench.PARALLELISM));
    for (Contender contender : Contender.values()) {
      topics.add(new NewTopic(Fallen.topic(contender), Bench.PARALLELISM, (short) 1));
    }
    Map<String, Object> client = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("topics were not created", e.getCause());
    }
  }

  /** Sends all records, in order in each partition. */
  void fill(String topic, Traffic traffic, LongConsumer progress) {
    Properties settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (long record = 0; record < traffic.events(); record++) {
        producer.send(
            new ProducerRecord<>(topic, traffic.customer(record), traffic.json(record)),
            (sent, failure) -> refuse(failure));
        progress.accept(record + 1);
      }
    }
  }

  /** Seen at the next send, or at the end by whoever counts. */
  private static void refuse(Exception failure) {
    if (failure != null) {
      throw new KafkaException("a record was not taken", failure);
    }
  }
}
