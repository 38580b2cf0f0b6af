package dev.ebb.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A whole Kafka in this process: one node that is broker and controller at once, listening on
 * 127.0.0.1 only. Opened again on the same folder, it has its topics and records again.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int NODE_ID = 1;
  private static final int MAX_PORT = 65_535;

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /** Starts a broker on a free port, with its logs in this folder. */
  public static EmbeddedKafka start(Path folder) {
    return start(folder, 0);
  }

  /**
   * Starts a broker and returns when it serves requests.
   *
   * @param folder where the logs are; made and formatted if it is new
   * @param port 0 to 65,535; 0 takes a free one
   */
  public static EmbeddedKafka start(Path folder, int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "port must be within 0 to %d but was %d".formatted(MAX_PORT, port));
    }
    int brokerPort = port == 0 ? freePort() : port;
    format(folder);
    KafkaConfig config = new KafkaConfig(properties(folder, brokerPort, freePort()), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw new KafkaException("broker did not start on port " + brokerPort, e);
    }
    return new EmbeddedKafka(server, HOST + ":" + brokerPort);
  }

  /** What clients need to connect, {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Creates these topics; a topic that exists already is left as it is. */
  public void createTopics(Collection<NewTopic> topics) {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (Admin admin = Admin.create(settings)) {
      for (var created : admin.createTopics(topics).values().entrySet()) {
        try {
          created.getValue().get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new KafkaException("topic " + created.getKey() + " was not created", e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating topics", e);
    }
  }

  /** Stops the broker in order and waits for it; the folder stays. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      Files.createDirectories(folder);
      new Formatter()
          .setPrintStream(silence)
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(folder.toString()))
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName("CONTROLLER")
          .run();
    } catch (Exception e) {
      throw new KafkaException("folder " + folder + " cannot hold a broker's logs", e);
    }
  }

  private static Map<String, String> properties(Path folder, int brokerPort, int controllerPort) {
    String broker = "BROKER://" + HOST + ":" + brokerPort;
    String controller = "CONTROLLER://" + HOST + ":" + controllerPort;
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", String.valueOf(NODE_ID)),
        Map.entry("log.dirs", folder.toString()),
        Map.entry("listeners", broker + "," + controller),
        Map.entry("advertised.listeners", broker),
        Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "BROKER"),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // Simulated time is neither today nor bound to the clock: nothing is too old or too new.
        Map.entry("log.retention.ms", "-1"),
        Map.entry("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE)),
        // 128 MiB of heap by default, far too much beside a job.
        Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20)),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new KafkaException("no free port on " + HOST, e);
    }
  }
}
