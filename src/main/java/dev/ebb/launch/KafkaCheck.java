package dev.ebb.launch;

import dev.ebb.config.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Looks whether Kafka answers and has every topic of the settings, before a job is started. */
public final class KafkaCheck {
  private static final int PATIENCE_MILLIS = 5_000;

  private final String servers;
  private final Properties client;
  private final Set<String> topics;

  private KafkaCheck(String servers, Properties client, Set<String> topics) {
    this.servers = servers;
    this.client = client;
    this.topics = topics;
  }

  /** A check of the Kafka and the topics that these settings name. */
  public static KafkaCheck of(Settings settings) {
    Properties client = client(settings.kafka().bootstrapServers());
    client.putAll(settings.kafka().properties());
    Set<String> topics = new TreeSet<>();
    settings.feeds().values().forEach(feed -> topics.addAll(feed.topics()));
    topics.addAll(settings.topics().all());
    topics.add(settings.topics().rules());
    return new KafkaCheck(settings.kafka().bootstrapServers(), client, topics);
  }

  /** A check of a Kafka for topics, with the clients' own defaults. */
  public static KafkaCheck of(String bootstrapServers, Collection<String> topics) {
    return new KafkaCheck(bootstrapServers, client(bootstrapServers), new TreeSet<>(topics));
  }

  private static Properties client(String bootstrapServers) {
    Properties client = new Properties();
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return client;
  }

  /** Fails with a message that names the servers, or the topics that are missing. */
  public void run() throws InterruptedException {
    try (Admin admin = Admin.create(client)) {
      List<String> missing = new ArrayList<>(topics);
      missing.removeAll(admin.listTopics().names().get());
      if (!missing.isEmpty()) {
        throw new KafkaException("Kafka at " + servers + " must have the topics " + missing);
      }
    } catch (ExecutionException e) {
      throw new KafkaException(
          "kafka.bootstrap-servers must name a Kafka that answers within %d s but was %s (%s)"
              .formatted(PATIENCE_MILLIS / 1000, servers, e.getCause().getMessage()));
    }
  }
}
