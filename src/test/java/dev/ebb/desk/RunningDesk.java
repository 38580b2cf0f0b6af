package dev.ebb.desk;

import dev.ebb.cluster.KafkaClients;
import dev.ebb.codec.OutputRecords;
import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import dev.ebb.event.Feed;
import dev.ebb.launch.Bindings;
import dev.ebb.load.DeskTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** A desk in this process, on topics and a database of a test's own, with three accounts. */
public final class RunningDesk implements AutoCloseable {
  /** Of all accounts: agent, lead and admin. */
  public static final String PASSWORD = "not a secret";

  private final Settings settings;
  private final Desk desk;

  private RunningDesk(Settings settings, Desk desk) {
    this.settings = settings;
    this.desk = desk;
  }

  /** Starts it; every topic's name begins with the prefix. */
  public static RunningDesk start(
      String bootstrapServers, String prefix, Database.Access access, Path folder)
      throws IOException {
    Settings settings = settings(bootstrapServers, prefix, access, folder);
    return start(settings, access.password(), Clocks.system());
  }

  /** Starts it with such settings. */
  public static RunningDesk start(Settings settings, String databasePassword, Clocks clocks) {
    Desk desk =
        Desk.start(
            settings,
            new Desk.Outfit(
                Bindings.of(settings, Feed.CUSTOMERS),
                databasePassword,
                clocks,
                new Passwords(4),
                null,
                null));
    RunningDesk running = new RunningDesk(settings, desk);
    for (Role role : Role.values()) {
      running.add(new NewAccount(role.label(), role.label(), role, null));
    }
    return running;
  }

  /** Somebody else works here. */
  public void add(NewAccount account) {
    desk.services().people().accounts().add(account, PASSWORD, "test");
  }

  /** Settings that name such topics, also as a file in the folder. */
  public static Settings settings(
      String bootstrapServers, String prefix, Database.Access access, Path folder)
      throws IOException {
    return settings(bootstrapServers, prefix, access, folder, "");
  }

  /** The same with more of them. */
  public static Settings settings(
      String bootstrapServers, String prefix, Database.Access access, Path folder, String more)
      throws IOException {
    String topics =
        names(prefix, "alerts", "withheld", "stages", "exits", "kpis", "rejected", "rules");
    StringBuilder feeds = new StringBuilder();
    for (Feed feed : Feed.values()) {
      feeds.append("  %1$s: {topics: %2$s%1$s}%n".formatted(feed.label(), prefix));
    }
    Path file =
        Files.writeString(
            folder.resolve("desk.yaml"),
            """
            kafka: {bootstrap-servers: "%s"}
            topics: {%s}
            feeds:
            %s
            desk:
              port: 0
              undo: 0 s
              database: {jdbc-url: "%s", user: %s, connections: 8}
            %s
            """
                .formatted(bootstrapServers, topics, feeds, access.jdbcUrl(), access.user(), more));
    return SettingsFile.load(file);
  }

  private static String names(String prefix, String... names) {
    return String.join(
        ", ", Arrays.stream(names).map(name -> name + ": " + prefix + name).toList());
  }

  /** The topics of such settings. */
  public static List<NewTopic> topics(Settings settings, int partitions) {
    return DeskTopics.of(settings, partitions);
  }

  /** The job tells these cases. */
  public void tell(TestCase... cases) {
    tell(settings, cases);
  }

  /** The job tells these cases on the topic of these settings. */
  public static void tell(Settings settings, TestCase... cases) {
    new KafkaClients(settings.kafka().bootstrapServers())
        .produceBytes(
            Arrays.stream(cases)
                .map(it -> OutputRecords.of(settings.topics().alerts(), it.message()))
                .toList());
  }

  public Desk desk() {
    return desk;
  }

  @Override
  public void close() {
    desk.close();
  }
}
