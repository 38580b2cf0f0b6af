package dev.ebb.desk.feed;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.config.Settings;
import dev.ebb.config.TopicSettings;
import dev.ebb.desk.store.CaseIntake;
import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.Changes;
import dev.ebb.desk.store.CustomerHash;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Erasure;
import dev.ebb.desk.store.HeardCase;
import dev.ebb.desk.store.KpiIntake;
import dev.ebb.desk.store.LifecycleIntake;
import dev.ebb.desk.store.Outbox;
import dev.ebb.desk.store.ProfileIntake;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.desk.store.RuleTelling;
import dev.ebb.desk.store.Told;
import dev.ebb.desk.store.WithheldIntake;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/**
 * All that the desk reads and writes: alerts in a thread of their own, so that nothing else makes
 * them late; what else the job says, and profiles; rules; and the outcomes.
 */
public final class DeskFeeds implements AutoCloseable {
  private final Strand alerts;
  private final List<Strand> strands;

  /** One reader or sender, in the thread that bears its name. */
  private record Strand(FeedState state, Thread thread, Runnable stop) {
    static Strand of(FeedState state, Runnable work, Runnable stop) {
      return new Strand(state, new Thread(work, "desk-" + state.name()), stop);
    }
  }

  /** What the feeds are read into, and what is sent comes from. */
  public record Store(
      Database database, CustomerHash hash, Changes changes, Outbox outbox, RuleBook rules) {}

  private DeskFeeds(Settings settings, FeedBinding customers, Store store) {
    TopicSettings topics = settings.topics();
    KafkaClientSettings clients = new KafkaClientSettings(settings.kafka());
    RuleTelling rules = store.rules().telling();
    String outcomes = settings.feeds().get(Feed.OUTCOMES).topics().get(0);
    alerts =
        reader(
            "alerts",
            Map.of(topics.alerts(), alertTaker(new CaseIntake(store.hash()))),
            clients,
            store);
    strands =
        List.of(
            alerts,
            reader("others", otherTakers(settings, customers, store.hash()), clients, store),
            reader("rules", Map.of(topics.rules(), ruleTaker(rules)), clients, store),
            sender("outcomes", new Outgoing.Outcomes(store.outbox(), outcomes), clients),
            sender("rule-steps", new Outgoing.Rules(rules, topics.rules()), clients));
  }

  private static Strand reader(
      String name, Map<String, Taker> takers, KafkaClientSettings clients, Store store) {
    FeedState state = new FeedState(name);
    FeedReader reader =
        new FeedReader(clients.reading(), takers, store.database(), store.changes(), state);
    return Strand.of(state, reader, reader::stop);
  }

  private static Strand sender(String name, Outgoing outgoing, KafkaClientSettings clients) {
    FeedState state = new FeedState(name);
    TopicSender sender = new TopicSender(clients.writing(), outgoing, state);
    return Strand.of(state, sender, sender::stop);
  }

  /**
   * Starts reading and writing; Kafka need not be there yet.
   *
   * @param customers how profiles are read
   */
  public static DeskFeeds start(Settings settings, FeedBinding customers, Store store) {
    DeskFeeds feeds = new DeskFeeds(settings, customers, store);
    feeds.strands.forEach(strand -> strand.thread().start());
    return feeds;
  }

  /** How all of them are doing. */
  public List<FeedState> states() {
    return strands.stream().map(Strand::state).toList();
  }

  /** How the reader of alerts is doing. */
  public FeedState alertState() {
    return alerts.state();
  }

  @Override
  public void close() {
    strands.forEach(strand -> strand.stop().run());
    boolean interrupted = false;
    for (Strand strand : strands) {
      try {
        strand.thread().join();
      } catch (InterruptedException e) {
        interrupted = true;
        strand.thread().interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What cannot be read is passed over, and the others are taken all at once. */
  static Taker alertTaker(CaseIntake intake) {
    return (handle, records, taken) -> {
      List<HeardCase> cases = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.value() != null) {
          try {
            cases.add(HeardCase.of(record.value(), told(record)));
          } catch (IOException | RuntimeException unreadable) {
            taken.passOver(record, unreadable);
          }
        }
      }
      intake.take(handle, cases).forEach(taken::changed);
    };
  }

  private static Taker ruleTaker(RuleTelling rules) {
    return Taker.each(
        (handle, record) -> {
          Place place = new Place(record.topic(), record.partition(), record.offset());
          RawRecord raw = new RawRecord(place, record.key(), record.value());
          rules.take(handle, raw, Outgoing.Rules.stepOf(record));
          return new Change(Change.Kind.RULE, null, false);
        });
  }

  private static Map<String, Taker> otherTakers(
      Settings settings, FeedBinding customers, CustomerHash hash) {
    TopicSettings topics = settings.topics();
    WithheldIntake withheld = new WithheldIntake(hash);
    LifecycleIntake lifecycle = new LifecycleIntake(hash);
    Map<String, Taker.One> takers = new HashMap<>();
    takers.put(
        topics.withheld(),
        (handle, record) -> {
          withheld.take(handle, record.value(), told(record));
          return null;
        });
    takers.put(
        topics.stages(),
        (handle, record) -> {
          lifecycle.takeStage(handle, key(record), record.value());
          return null;
        });
    takers.put(
        topics.exits(),
        (handle, record) -> {
          lifecycle.takeExit(handle, key(record), record.value());
          return new Change(Change.Kind.EXIT, null, record.value() != null);
        });
    takers.put(
        topics.kpis(),
        (handle, record) -> {
          if (record.value() != null) {
            KpiIntake.take(handle, key(record), record.value());
          }
          return new Change(Change.Kind.KPI, null, false);
        });
    Taker.One profiles = profileTaker(customers.newDecoder(), new ProfileIntake(hash));
    settings.feeds().get(Feed.CUSTOMERS).topics().forEach(topic -> takers.put(topic, profiles));
    return takers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, taker -> Taker.each(taker.getValue())));
  }

  private static Taker.One profileTaker(RecordDecoder decoder, ProfileIntake intake) {
    return (handle, record) -> {
      Decoded decoded =
          decoder.decode(
              record.key(),
              record.value(),
              record.timestamp(),
              new Place(record.topic(), record.partition(), record.offset()));
      if (decoded.event() == null) {
        throw new IOException(decoded.rejected().message());
      }
      take(handle, decoded.event(), intake);
      return null;
    };
  }

  private static void take(Handle handle, Event event, ProfileIntake intake) {
    if (event.kind() == EventKind.ERASE) {
      Erasure.of(handle, event.customerId());
    } else {
      intake.take(handle, event.customerId(), event.profile());
    }
  }

  private static Told told(ConsumerRecord<byte[], byte[]> record) {
    return new Told(record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (record.key() == null) {
      throw new IOException("key is missing");
    }
    return new String(record.key(), StandardCharsets.UTF_8);
  }
}
