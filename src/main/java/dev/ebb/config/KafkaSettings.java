package dev.ebb.config;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How Kafka is reached.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param groupId consumer group, whose offsets are committed with each checkpoint
 * @param delivery what a reader of alerts may rely on
 * @param transactionalIdPrefix must be this job's own on the broker
 * @param transactionTimeout 1 min to 7 d and at most the broker's {@code
 *     transaction.max.timeout.ms}
 * @param properties passed on to every Kafka client
 */
public record KafkaSettings(
    String bootstrapServers,
    String groupId,
    Delivery delivery,
    String transactionalIdPrefix,
    Duration transactionTimeout,
    Map<String, String> properties) {

  /** What a reader of alerts may rely on. */
  public enum Delivery {
    /** At once, and again after a failure; readers upsert, so this is the default. */
    AT_LEAST_ONCE,
    /** Once, visible at each checkpoint, for readers with {@code read_committed}. */
    EXACTLY_ONCE
  }

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Map<String, String> OWN_SETTING =
      Map.of(
          "bootstrap.servers", "kafka.bootstrap-servers",
          "group.id", "kafka.group-id",
          "transactional.id", "kafka.transactional-id-prefix",
          "transaction.timeout.ms", "kafka.transaction-timeout");
  private static final Set<String> FIXED =
      Set.of(
          "enable.auto.commit",
          "interceptor.classes",
          "key.deserializer",
          "value.deserializer",
          "key.serializer",
          "value.serializer");

  /** The shipped values. */
  public static final KafkaSettings DEFAULT =
      new KafkaSettings(
          "localhost:9092", "ebb", Delivery.AT_LEAST_ONCE, "ebb", Duration.ofMinutes(10), Map.of());

  public KafkaSettings {
    Checks.filled("bootstrap-servers", bootstrapServers);
    Checks.filled("group-id", groupId);
    Checks.filled("transactional-id-prefix", transactionalIdPrefix);
    Checks.range("transaction-timeout", transactionTimeout, SHORTEST, LONGEST);
    properties = Map.copyOf(properties);
  }

  /** The same at other brokers. */
  public KafkaSettings at(String newBootstrapServers) {
    return new KafkaSettings(
        newBootstrapServers,
        groupId,
        delivery,
        transactionalIdPrefix,
        transactionTimeout,
        properties);
  }

  static KafkaSettings read(Section section, Environment environment) {
    String servers = filled(section, "bootstrap-servers", DEFAULT.bootstrapServers, environment);
    String group = filled(section, "group-id", DEFAULT.groupId, environment);
    Delivery delivery = section.word("delivery", DEFAULT.delivery, Delivery.class);
    String prefix =
        filled(section, "transactional-id-prefix", DEFAULT.transactionalIdPrefix, environment);
    Duration timeout =
        section.duration("transaction-timeout", DEFAULT.transactionTimeout, SHORTEST, LONGEST);
    Map<String, String> properties = properties(section, environment);
    return section.build(
        () -> new KafkaSettings(servers, group, delivery, prefix, timeout, properties));
  }

  private static String filled(
      Section section, String key, String fallback, Environment environment) {
    return section.has(key) ? environment.fill(section, key, section.text(key, "")) : fallback;
  }

  private static Map<String, String> properties(Section section, Environment environment) {
    Map<String, String> written = section.map("properties");
    Section properties = section.section("properties");
    Map<String, String> filled = new TreeMap<>();
    written.forEach(
        (name, value) -> {
          if (OWN_SETTING.containsKey(name)) {
            properties.problem(name, "must be set as " + OWN_SETTING.get(name));
          } else if (FIXED.contains(name)) {
            properties.problem(name, "is fixed by the job");
          }
          filled.put(name, environment.fill(properties, name, value));
        });
    return filled;
  }

  /** Names the properties but hides their values: passwords are among them. */
  @Override
  public String toString() {
    return "KafkaSettings[%s, group %s, %s, transactions %s within %s, properties %s]"
        .formatted(
            bootstrapServers,
            groupId,
            delivery,
            transactionalIdPrefix,
            DurationText.print(transactionTimeout),
            new TreeMap<>(properties).keySet());
  }
}
