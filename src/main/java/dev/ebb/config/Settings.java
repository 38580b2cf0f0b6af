package dev.ebb.config;

import dev.ebb.event.Feed;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.ContactPolicy;
import dev.ebb.retention.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that an operator can set; {@code config/ebb.yaml} explains each setting.
 *
 * @param zone in which days are cut
 * @param currency of all amounts of money
 * @param indexMinCustomers a region with fewer customers is judged by the whole network's base
 *     index, 1 to 1,000,000
 * @param budget how many cases a day may become contactable
 * @param feeds each feed's source
 * @param rules folder of the rules, or null: the shipped ones
 * @param playbooks folder of the playbooks, or null: the shipped ones
 * @param desk the retention desk
 */
public record Settings(
    ZoneId zone,
    Currency currency,
    TimeSettings time,
    LedgerSettings ledger,
    int indexMinCustomers,
    WatchSettings watch,
    AlertBudget budget,
    KafkaSettings kafka,
    Map<Feed, FeedSettings> feeds,
    TopicSettings topics,
    Path rules,
    Path playbooks,
    RuntimeSettings runtime,
    DeskSettings desk) {

  static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");
  static final Currency DEFAULT_CURRENCY = Currency.getInstance("CNY");
  static final int DEFAULT_INDEX_MIN_CUSTOMERS = 200;
  static final int MAX_INDEX_MIN_CUSTOMERS = 1_000_000;
  static final int DEFAULT_ALERTS_PER_DAY = 12_000;

  public Settings {
    feeds = Map.copyOf(feeds);
    if (currency.getDefaultFractionDigits() != 2) {
      throw new IllegalArgumentException(
          "currency must have 2 decimal places but %s has %d"
              .formatted(currency.getCurrencyCode(), currency.getDefaultFractionDigits()));
    }
    Checks.range("index.min-customers", indexMinCustomers, 1, MAX_INDEX_MIN_CUSTOMERS);
    Set<String> written = new HashSet<>(topics.all());
    for (FeedSettings feed : feeds.values()) {
      for (String topic : feed.topics()) {
        if (written.contains(topic)) {
          throw new IllegalArgumentException(
              "feeds must not read a topic that the job writes but one reads " + topic);
        }
      }
    }
    Duration endOfLife = Duration.ofDays(ledger.endOfLifeDays());
    Duration lapse = watch.legalStop().lapse();
    if (lapse != null && lapse.compareTo(endOfLife) > 0) {
      throw new IllegalArgumentException(
          "lapse of the policy's legal stop must be at most ledger.end-of-life (%s) but was %s"
              .formatted(DurationText.print(endOfLife), DurationText.print(lapse)));
    }
    if (kafka.delivery() == KafkaSettings.Delivery.EXACTLY_ONCE
        && kafka.transactionTimeout().compareTo(runtime.checkpointInterval().multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "kafka.transaction-timeout must be at least twice runtime.checkpoint-interval (%s)"
                  .formatted(DurationText.print(runtime.checkpointInterval()))
              + " but was "
              + DurationText.print(kafka.transactionTimeout()));
    }
  }

  /** What holds without a file. */
  public static Settings defaults() {
    return new Settings(
        DEFAULT_ZONE,
        DEFAULT_CURRENCY,
        TimeSettings.DEFAULT,
        LedgerSettings.defaults(DEFAULT_ZONE),
        DEFAULT_INDEX_MIN_CUSTOMERS,
        WatchSettings.defaults(DEFAULT_ZONE).withPolicy(ContactPolicy.DEFAULT),
        AlertBudget.of(DEFAULT_ALERTS_PER_DAY),
        KafkaSettings.DEFAULT,
        Arrays.stream(Feed.values())
            .collect(Collectors.toMap(Function.identity(), FeedSettings::defaults)),
        TopicSettings.DEFAULT,
        null,
        null,
        RuntimeSettings.DEFAULT,
        DeskSettings.DEFAULT);
  }

  /** The same in another zone. */
  public Settings withZone(ZoneId newZone) {
    return changed(
        it -> {
          it.zone = newZone;
          it.ledger = ledger.withZone(newZone);
          it.watch = watch.withZone(newZone);
        });
  }

  /** The same with the rules of another folder. */
  public Settings withRules(Path newRules) {
    return changed(it -> it.rules = newRules);
  }

  /** The same with the playbooks of another folder. */
  public Settings withPlaybooks(Path newPlaybooks) {
    return changed(it -> it.playbooks = newPlaybooks);
  }

  /** The same on another Kafka. */
  public Settings withKafka(KafkaSettings newKafka) {
    return changed(it -> it.kafka = newKafka);
  }

  /** The same with days closed otherwise. */
  public Settings withLedger(LedgerSettings newLedger) {
    return changed(it -> it.ledger = newLedger);
  }

  /** The same with cases judged otherwise. */
  public Settings withWatch(WatchSettings newWatch) {
    return changed(it -> it.watch = newWatch);
  }

  /** The same with another desk. */
  public Settings withDesk(DeskSettings newDesk) {
    return changed(it -> it.desk = newDesk);
  }

  private Settings changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.settings();
  }

  /** Settings whose changeable parts are changed. */
  private static final class Copy {
    private final Settings from;
    private ZoneId zone;
    private LedgerSettings ledger;
    private WatchSettings watch;
    private KafkaSettings kafka;
    private Path rules;
    private Path playbooks;
    private DeskSettings desk;

    Copy(Settings from) {
      this.from = from;
      this.zone = from.zone;
      this.ledger = from.ledger;
      this.watch = from.watch;
      this.kafka = from.kafka;
      this.rules = from.rules;
      this.playbooks = from.playbooks;
      this.desk = from.desk;
    }

    Settings settings() {
      return new Settings(
          zone,
          from.currency,
          from.time,
          ledger,
          from.indexMinCustomers,
          watch,
          from.budget,
          kafka,
          from.feeds,
          from.topics,
          rules,
          playbooks,
          from.runtime,
          desk);
    }
  }
}
