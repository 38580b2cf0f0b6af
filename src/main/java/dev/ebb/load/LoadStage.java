package dev.ebb.load;

import dev.ebb.config.Problems;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import dev.ebb.demo.EmbeddedDatabase;
import dev.ebb.demo.EmbeddedKafka;
import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import dev.ebb.launch.TemporaryFolder;
import dev.ebb.signal.Rule;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A desk in a process of its own, with a real Kafka and a real PostgreSQL, for nobody but a load.
 */
final class LoadStage implements AutoCloseable {
  static final String PASSWORD = "for a load only";
  static final String LEAD = "lead";

  private static final int PARTITIONS = 2;
  private static final List<String> JVM = List.of("-Xmx512m", "-Xms512m");

  /** Signing in so many need not be slow. */
  private static final Passwords QUICK = new Passwords(4);

  private final Deque<AutoCloseable> parts;
  private final Settings settings;
  private final Database.Access access;
  private final Database database;
  private final EmbeddedKafka kafka;
  private final DeskProcess desk;
  private final URI address;

  private LoadStage(Path folder, Deque<AutoCloseable> parts) throws Exception {
    this.parts = parts;
    kafka = opened(EmbeddedKafka.start(folder.resolve("kafka")));
    EmbeddedDatabase postgres = opened(EmbeddedDatabase.start(folder.resolve("postgres"), 0));
    Path file = folder.resolve("desk.yaml");
    Files.writeString(file, yaml(kafka.bootstrapServers(), postgres.jdbcUrl("postgres")));
    settings = SettingsFile.load(file);
    kafka.createTopics(DeskTopics.of(settings, PARTITIONS));
    access = new Database.Access(postgres.jdbcUrl("postgres"), "postgres", "", 4);
    database = opened(Database.open(access));
    desk = opened(DeskProcess.start(file, JVM));
    address = desk.awaitAddress();
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /** Starts it all in a folder that is deleted at the end. */
  static LoadStage start() throws Exception {
    TemporaryFolder folder = TemporaryFolder.create("ebb-load");
    Deque<AutoCloseable> parts = new ArrayDeque<>(List.of(folder));
    try {
      return new LoadStage(folder.path(), parts);
    } catch (Exception e) {
      close(parts);
      throw e;
    }
  }

  private static String yaml(String bootstrapServers, String jdbcUrl) {
    return """
        kafka: {bootstrap-servers: "%s"}
        desk:
          port: 0
          database: {jdbc-url: "%s", user: postgres}
        """
        .formatted(bootstrapServers, jdbcUrl);
  }

  /** Lets agents in, {@code agent-0} and so on, some of them account managers, and a lead. */
  void addAccounts(int agents) {
    Accounts accounts = new Accounts(database, Clocks.system(), QUICK);
    for (int i = 0; i < agents; i++) {
      String manager = i % 4 == 0 ? CaseMaker.manager(i / 4) : null;
      accounts.add(new NewAccount(agent(i), "Agent " + i, Role.AGENT, manager), PASSWORD, "load");
    }
    accounts.add(new NewAccount(LEAD, "Lead", Role.LEAD, null), PASSWORD, "load");
  }

  static String agent(int number) {
    return "agent-" + number;
  }

  List<Rule> rules() {
    Problems problems = new Problems();
    List<Rule> rules =
        RuleFiles.of(settings.rules(), settings.playbooks(), settings.currency(), problems).rules();
    problems.throwIfAny();
    return rules;
  }

  Settings settings() {
    return settings;
  }

  Database.Access access() {
    return access;
  }

  Database database() {
    return database;
  }

  DeskProcess desk() {
    return desk;
  }

  URI address() {
    return address;
  }

  @Override
  public void close() throws Exception {
    close(parts);
  }

  private static void close(Deque<AutoCloseable> parts) throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
