package dev.ebb.chain;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.desk.RunningDesk;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.event.Feed;
import dev.ebb.launch.RunningJob;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/**
 * All of it: broker, Flink with the job, PostgreSQL and the desk with the agents lin and chen.
 * Customers live in a time of their own, which events push on; the desk's deadlines fall in it.
 */
final class Chain implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long NOON = 12 * 3_600_000L;
  private static final String SETTINGS =
      """
      time: {max-disorder: 0 s, idle-after: 1 s}
      ledger: {close-grace: 0 s, close-spread: 0 s}
      case: {verify-after: 8 d, confirm-after: 30 d}
      policy: {hold-out: {share: 0}, cool-down: 0 s, value-gate: 0}
      """;

  private final Set<String> customers = new TreeSet<>();
  private final Settings settings;
  private final KafkaBroker kafka;
  private final EmbeddedFlink flink;
  private final RunningJob job;
  private final RunningDesk desk;
  private volatile Instant now;
  private int day;
  private int events;

  private Chain(KafkaBroker kafka, Settings settings, EmbeddedFlink flink, String password)
      throws Exception {
    this.kafka = kafka;
    this.settings = settings;
    this.flink = flink;
    this.now = noon(0);
    job = RunningJob.start(flink, kafka, settings);
    desk = RunningDesk.start(settings, password, new Clocks(() -> now, InstantSource.system()));
    for (String login : List.of("lin", "chen")) {
      desk.add(new NewAccount(login, login, Role.AGENT, null));
    }
  }

  static Chain start(KafkaBroker kafka, Path folder) throws Exception {
    Database.Access access = TestDatabase.create();
    Settings settings =
        RunningDesk.settings(kafka.bootstrapServers(), "chain.", access, folder, SETTINGS);
    List<NewTopic> topics = new ArrayList<>(RunningDesk.topics(settings, 1));
    List<String> read = new ArrayList<>(List.of(settings.topics().rules()));
    for (Feed feed : List.of(Feed.USAGE, Feed.SPEND, Feed.CARE)) {
      read.addAll(settings.feeds().get(feed).topics());
    }
    for (String topic : read) {
      topics.add(
          new NewTopic(topic, 1, (short) 1)
              .configs(Map.of("message.timestamp.type", "LogAppendTime")));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(topics).all().get();
    }
    EmbeddedFlink flink = EmbeddedFlink.start(folder.resolve("flink"), 0, 1);
    return new Chain(kafka, settings, flink, access.password());
  }

  URI address() {
    return desk.desk().address();
  }

  /** A customer, with the job and the desk knowing of them. */
  void customer(String number, String plan) {
    customers.add(number);
    send(
        Feed.CUSTOMERS,
        number,
        """
        {"customerId":"%s","at":"%s","activatedOn":"2024-03-01","status":"active",\
        "payment":"postpaid","plan":{"code":"P","name":"%s","monthlyFee":12800}}"""
            .formatted(number, now, plan));
  }

  /** Time begins: whoever was told of so far is known before, to the job and to the desk. */
  void begin() {
    job.awaitSource(Feed.CUSTOMERS);
    Awaitility.await("profiles at the desk")
        .atMost(PATIENCE)
        .until(
            () ->
                customers.stream()
                    .allMatch(it -> desk.desk().services().cases().profileOf(it).isPresent()));
    calls();
    job.awaitTime(now.toEpochMilli());
  }

  /** So many days go by, on which everybody makes a call at noon. */
  void pass(int days) {
    for (int n = 0; n < days; n++) {
      day++;
      now = noon(day);
      calls();
    }
    job.awaitTime(now.toEpochMilli());
  }

  private void calls() {
    for (String customer : customers) {
      send(
          Feed.USAGE,
          customer,
          """
          {"id":"%s-%d","customerId":"%s","at":"%s","kind":"voice-out","amount":600}"""
              .formatted(customer, day, customer, now));
    }
  }

  /**
   * The customer asks how to take the number along.
   *
   * @return when the broker has appended that, epoch milliseconds
   */
  long asksToLeave(String customer) {
    send(
        Feed.CARE,
        customer,
        """
        {"id":"e-%d","customerId":"%s","at":"%s","source":"customer","kind":"port-out-enquiry"}"""
            .formatted(++events, customer, now));
    List<ConsumerRecord<String, String>> care =
        kafka
            .clients()
            .all(settings.feeds().get(Feed.CARE).topics().get(0), Isolation.READ_COMMITTED);
    return care.get(care.size() - 1).timestamp();
  }

  /** The id of the customer's case, once the desk has it. */
  String alertOf(String customer) {
    List<CaseCard> cases =
        Awaitility.await("case of " + customer)
            .atMost(PATIENCE)
            .until(() -> desk.desk().services().cases().ofCustomer(customer), it -> !it.isEmpty());
    return cases.get(0).alertId();
  }

  private void send(Feed feed, String customer, String json) {
    job.send(feed, customer, json, now.toEpochMilli());
  }

  private static Instant noon(int day) {
    return MONDAY.plusDays(day).atStartOfDay(ZONE).toInstant().plusMillis(NOON);
  }

  @Override
  public void close() throws Exception {
    desk.close();
    job.close();
    flink.close();
  }
}
