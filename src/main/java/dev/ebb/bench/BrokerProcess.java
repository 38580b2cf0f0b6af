package dev.ebb.bench;

import dev.ebb.demo.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Kafka in a process of its own. */
public final class BrokerProcess implements AutoCloseable {
  private final ChildJvm jvm;
  private final String servers;

  private BrokerProcess(ChildJvm jvm, String servers) {
    this.jvm = jvm;
    this.servers = servers;
  }

  static BrokerProcess start(Path folder) throws IOException {
    ChildJvm jvm =
        ChildJvm.start(
            BrokerProcess.class, List.of(), List.of("-Xmx1g"), List.of(folder.toString()));
    String servers = jvm.readLine();
    if (servers == null) {
      jvm.close();
      throw new IOException("the broker did not start");
    }
    return new BrokerProcess(jvm, servers);
  }

  String servers() {
    return servers;
  }

  /** Its folder is thrown away, so nothing is lost. */
  @Override
  public void close() {
    jvm.close();
  }

  /** In the broker's process. */
  public static void main(String[] arguments) throws InterruptedException {
    ChildJvm.endWithParent();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]))) {
      System.out.println(kafka.bootstrapServers());
      Thread.currentThread().join();
    }
  }
}
