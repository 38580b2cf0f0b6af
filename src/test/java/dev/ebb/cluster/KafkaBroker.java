package dev.ebb.cluster;

import dev.ebb.demo.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker for a test class, shared by all classes of this JVM and stopped at its end. Register it
 * as a static or instance field with {@code @RegisterExtension}. Each test has its own topics:
 * {@link #topic} puts a prefix before the name that no other test has.
 */
public final class KafkaBroker implements BeforeEachCallback {

  private static final AtomicInteger TESTS = new AtomicInteger();

  private String prefix = "t0.";

  @Override
  public void beforeEach(ExtensionContext context) {
    prefix = "t" + TESTS.incrementAndGet() + ".";
  }

  /** What clients need to connect. */
  public String bootstrapServers() {
    return Shared.INSTANCE.kafka.bootstrapServers();
  }

  /** This test's own prefix of topic names, also good for consumer groups. */
  public String prefix() {
    return prefix;
  }

  /** This test's own name for a topic. */
  public String topic(String name) {
    return prefix + name;
  }

  /** Creates this test's own topic and returns its name. */
  public String create(String name, int partitions) {
    return create(name, partitions, Map.of());
  }

  /** Creates this test's own topic with these settings and returns its name. */
  public String create(String name, int partitions, Map<String, String> configs) {
    String topic = topic(name);
    Shared.INSTANCE.kafka.createTopics(
        List.of(new NewTopic(topic, partitions, (short) 1).configs(configs)));
    return topic;
  }

  /** Clients of the shared broker. */
  public KafkaClients clients() {
    return new KafkaClients(bootstrapServers());
  }

  /** Appends one record and waits for it. */
  public void produce(String topic, String key, String value, long timestamp) {
    clients().produce(topic, key, value, timestamp);
  }

  /** Appends these records in their order and waits for all of them. */
  public void produce(List<ProducerRecord<String, String>> records) {
    clients().produce(records);
  }

  /** Reads committed records from the beginning until there are at least so many. */
  public List<ConsumerRecord<String, String>> drain(String topic, int count) {
    return clients().drain(topic, count);
  }

  private record Shared(EmbeddedKafka kafka) {

    static final Shared INSTANCE = start();

    private static Shared start() {
      try {
        Path folder = Files.createTempDirectory("ebb-kafka");
        EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        Thread stop =
            new Thread(
                () -> {
                  kafka.close();
                  FileUtils.deleteDirectoryQuietly(folder.toFile());
                },
                "kafka-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return new Shared(kafka);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
