package dev.ebb.launch;

import dev.ebb.codec.OutputRecords;
import dev.ebb.config.Settings;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes rules to the topic from which a running job takes them. */
public final class RulePublisher implements AutoCloseable {
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;

  /** To the topic that the settings name, once Kafka is found to have it. */
  public RulePublisher(Settings settings) throws InterruptedException {
    topic = settings.topics().rules();
    String servers = settings.kafka().bootstrapServers();
    KafkaCheck.of(servers, List.of(topic)).run();
    Properties properties = new Properties();
    properties.putAll(settings.kafka().properties());
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Publishes a rule and waits until Kafka has it.
   *
   * @param text null takes it back
   */
  public void publish(String id, String text) throws InterruptedException {
    try {
      producer.send(OutputRecords.ofRule(topic, id, text)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("rule " + id + " cannot be published: " + e.getCause().getMessage());
    }
  }

  /** The topic. */
  public String topic() {
    return topic;
  }

  @Override
  public void close() {
    producer.close();
  }
}
