package dev.ebb.launch;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.FeedSettings;
import dev.ebb.config.KafkaSettings;
import dev.ebb.config.Settings;
import dev.ebb.config.TimeSettings;
import dev.ebb.config.TopicSettings;
import dev.ebb.event.Feed;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.ContactPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A few customers whose contracts run out. An agreement is a signal from 30 days before its end on,
 * so whoever is known to have {@link #DAYS_TO_SIGNAL} more has an alert so many days later. One
 * caller, who has none, moves time.
 */
final class Village {
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final String CALLER = "13800000000";
  static final int DAYS_TO_SIGNAL = 2;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int SIGNAL_DAYS = 30;

  private final KafkaBroker kafka;
  private final List<String> topicsPerFeed;
  private RunningJob job;

  Village(KafkaBroker kafka) {
    this(kafka, List.of(""));
  }

  /** With a topic of each feed for each of these suffixes. */
  Village(KafkaBroker kafka, List<String> topicsPerFeed) {
    this.kafka = kafka;
    this.topicsPerFeed = topicsPerFeed;
  }

  /** Makes topics of the test's own and the settings of a job on them. */
  Settings settings(KafkaSettings.Delivery delivery, boolean shadow, AlertBudget budget) {
    Settings shipped = Settings.defaults();
    Map<Feed, FeedSettings> feeds = new EnumMap<>(Feed.class);
    for (Feed feed : Feed.values()) {
      List<String> topics =
          topicsPerFeed.stream().map(suffix -> kafka.create(feed.label() + suffix, 1)).toList();
      feeds.put(feed, new FeedSettings(topics, null));
    }
    String own = kafka.prefix() + "ebb";
    return new Settings(
        ZONE,
        shipped.currency(),
        new TimeSettings(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(35)),
        LedgerSettings.defaults(ZONE).withClose(Duration.ZERO, Duration.ZERO),
        shipped.indexMinCustomers(),
        shipped.watch().withShadow(shadow).withPolicy(ContactPolicy.OPEN),
        budget,
        new KafkaSettings(
            kafka.bootstrapServers(), own, delivery, own, Duration.ofMinutes(10), Map.of()),
        feeds,
        new TopicSettings(
            kafka.create("alerts", 1),
            kafka.create("withheld", 1),
            kafka.create("stages", 1),
            kafka.create("exits", 1),
            kafka.create("kpis", 1),
            kafka.create("rejected", 1),
            kafka.create("rules", 1)),
        null,
        null,
        shipped.runtime(),
        shipped.desk());
  }

  /** From now on it is this job that is told. */
  Village with(RunningJob newJob) {
    job = newJob;
    return this;
  }

  /** A customer whose contract will be a signal on {@code day + DAYS_TO_SIGNAL}. */
  Village contract(String customer, int day, LocalDate activatedOn) {
    LocalDate endsOn = MONDAY.plusDays(day + DAYS_TO_SIGNAL + SIGNAL_DAYS);
    return profile(customer, at(day, "12:00"), activatedOn, endsOn);
  }

  /** The same of one who shares a household. */
  Village contract(String customer, int day, LocalDate activatedOn, String household) {
    LocalDate endsOn = MONDAY.plusDays(day + DAYS_TO_SIGNAL + SIGNAL_DAYS);
    String shared = "\"household\":\"%s\",".formatted(household);
    return profile(customer, at(day, "12:00"), activatedOn, endsOn, shared);
  }

  /** Since this day's evening the customer has a contract for two years more. */
  Village renewed(String customer, int day, LocalDate activatedOn) {
    return profile(customer, at(day, "18:00"), activatedOn, MONDAY.plusYears(2));
  }

  private Village profile(String customer, long at, LocalDate activatedOn, LocalDate endsOn) {
    return profile(customer, at, activatedOn, endsOn, "");
  }

  private Village profile(
      String customer, long at, LocalDate activatedOn, LocalDate endsOn, String more) {
    job.send(
        Feed.CUSTOMERS,
        customer,
        ("{\"customerId\":\"%s\",\"at\":%d,\"activatedOn\":\"%s\",\"payment\":\"postpaid\",%s"
                + "\"plan\":{\"code\":\"P\",\"monthlyFee\":12800},"
                + "\"agreements\":[{\"kind\":\"contract\",\"endsOn\":\"%s\"}]}")
            .formatted(customer, at, activatedOn, more, endsOn),
        at);
    return this;
  }

  /** Forgets a customer. */
  Village tombstone(String customer, int day) {
    job.send(Feed.CUSTOMERS, customer, null, at(day, "13:00"));
    return this;
  }

  /** Time goes on to this day's noon: the day before is closed. */
  Village noon(int day) {
    job.send(Feed.USAGE, CALLER, call(CALLER, day, "12:00"), at(day, "12:00"));
    return this;
  }

  /** One noon after the other. */
  Village noons(int from, int to) {
    for (int day = from; day <= to; day++) {
      noon(day);
    }
    return this;
  }

  /**
   * Time begins with the customers told of so far: a job that reads days at once before its first
   * watermark starts to judge those who are silent with the last of them.
   */
  Village begin() {
    job.awaitSource(Feed.CUSTOMERS);
    noon(0);
    job.awaitTime(at(0, "12:00"));
    return this;
  }

  /** Waits until the customers told of so far are known. */
  Village known() {
    job.awaitSource(Feed.CUSTOMERS);
    return this;
  }

  static String call(String customer, int day, String time) {
    return ("{\"id\":\"%s-%d-%s\",\"customerId\":\"%s\",\"at\":%d,\"kind\":\"voice-out\","
            + "\"amount\":60}")
        .formatted(customer, day, time, customer, at(day, time));
  }

  /** An instant of the day so many days after the Monday. */
  static long at(int day, String time) {
    return MONDAY
        .plusDays(day)
        .atTime(LocalTime.parse(time))
        .atZone(ZONE)
        .toInstant()
        .toEpochMilli();
  }
}
