package dev.ebb.bench;

import dev.ebb.launch.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A broker with a filled topic, on which contenders take turns. */
final class Arena implements AutoCloseable {
  private static final String FEED = "ebb.usage";

  private final BenchSettings settings;
  private final Path libraries;
  private final TemporaryFolder folder;
  private final BrokerProcess broker;

  private Arena(
      BenchSettings settings, Path libraries, TemporaryFolder folder, BrokerProcess broker) {
    this.settings = settings;
    this.libraries = libraries;
    this.folder = folder;
    this.broker = broker;
  }

  /** Starts the broker and fills the topic. */
  static Arena open(BenchSettings settings, Path libraries, LongConsumer loaded)
      throws IOException, InterruptedException {
    TemporaryFolder folder = TemporaryFolder.create("ebb-bench");
    BrokerProcess broker = null;
    try {
      broker = BrokerProcess.start(folder.path().resolve("kafka"));
      TopicLoad load = new TopicLoad(broker.servers());
      load.createTopics();
      load.fill(FEED, new Traffic(settings.events(), settings.customers()), loaded);
      return new Arena(settings, libraries, folder, broker);
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (broker != null) {
        broker.close();
      }
      folder.close();
      throw e;
    }
  }

  /** Where the broker is. */
  String servers() {
    return broker.servers();
  }

  /** Lets a contender read the topic, in a fresh JVM. */
  Run turn(Contender contender, int round, LongConsumer progress)
      throws IOException, InterruptedException {
    String name = contender.label() + "-" + round;
    try (TemporaryFolder own =
        new TemporaryFolder(Files.createDirectory(folder.path().resolve(name)))) {
      return ContenderProcess.run(
          prepare(contender, name, own.path()), libraries, recording(name), progress);
    }
  }

  /** Writes down what a contender is told. */
  Turn prepare(Contender contender, String name, Path own) throws IOException {
    Files.writeString(own.resolve("ebb.yaml"), config(name));
    return new Turn(
        contender,
        settings.events(),
        settings.warmUp(),
        new Traffic(settings.events(), settings.customers()).lastDayAt(),
        settings.limit().toSeconds(),
        own);
  }

  /** The defaults, but the empty feeds are idle soon, so that days close in so short a time. */
  private String config(String group) {
    return """
        time: {idle-after: 1 s}
        kafka: {bootstrap-servers: "%s", group-id: bench-%s}
        """
        .formatted(broker.servers(), group);
  }

  private Path recording(String name) throws IOException {
    if (settings.recordings() == null) {
      return null;
    }
    Files.createDirectories(settings.recordings());
    return settings.recordings().resolve(name + ".jfr");
  }

  /** Stops the broker and throws everything away. */
  @Override
  public void close() throws IOException {
    broker.close();
    folder.close();
  }
}
