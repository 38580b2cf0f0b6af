package dev.ebb.connect;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach Kafka.
 *
 * @param properties passed on to every client, security among them
 */
public record KafkaConnection(
    String bootstrapServers, String groupId, Map<String, String> properties)
    implements Serializable {

  public KafkaConnection {
    properties = Map.copyOf(properties);
  }

  Properties clientProperties() {
    Properties all = new Properties();
    all.putAll(properties);
    return all;
  }

  /** Tells where, never with which secrets. */
  @Override
  public String toString() {
    return "KafkaConnection[" + bootstrapServers + ", group " + groupId + "]";
  }
}
