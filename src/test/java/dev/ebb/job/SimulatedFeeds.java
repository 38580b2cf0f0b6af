package dev.ebb.job;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.DecoderSettings;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.RecordDecoder;
import dev.ebb.event.Event;
import dev.ebb.event.Feed;
import dev.ebb.simulate.Dirt;
import dev.ebb.simulate.FeedRecord;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The records of a simulated operator, in the order in which they were sent.
 *
 * <p>Of the customers feed only the first profiles are kept, and the job reads them before anything
 * else. That feed does not drive time, so a later profile meets an earlier or a later close as it
 * happens; which one says nothing about whether the job counts right.
 */
final class SimulatedFeeds {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Bound on disorder of the simulation, and what the permutation may add to it. */
  private static final Duration SENT_DISORDER = Duration.ofSeconds(20);

  private static final Duration ADDED_DISORDER = Duration.ofSeconds(39);

  private static final DecoderSettings DECODING = DecoderSettings.defaults(ZONE);

  private final List<FeedRecord> records = new ArrayList<>();
  private final Simulation simulation;

  SimulatedFeeds(int customers, int days, double eventsPerDay, long seed) {
    Dirt dirt =
        new Dirt(0.01, 0.3, SENT_DISORDER, 0, Duration.ofHours(3), Duration.ofDays(3), 0.005);
    simulation =
        new Simulation(
            SimulationSettings.of(customers, days, seed)
                .withEventsPerDay(eventsPerDay)
                .withShares(0.15, 0.15)
                .with(dirt));
    Set<String> met = new HashSet<>();
    simulation.forEachRemaining(
        record -> {
          if (record.feed() != Feed.CUSTOMERS || met.add(new String(record.key()))) {
            records.add(record);
          }
        });
  }

  static FeedBinding binding(Feed feed) {
    return new FeedBinding(feed.ordinal(), feed.label(), feed, null, DECODING);
  }

  List<FeedRecord> asSent() {
    return records;
  }

  /** Another order, in which no event lies more than a minute behind one that came before it. */
  List<FeedRecord> permuted(long seed) {
    Random random = new Random(seed);
    record Moved(FeedRecord record, long at) {}
    return records.stream()
        .map(
            record ->
                new Moved(
                    record,
                    record.emittedAt() + random.nextInt((int) ADDED_DISORDER.toMillis() + 1)))
        .sorted(Comparator.comparingLong(Moved::at))
        .map(Moved::record)
        .toList();
  }

  int count(Feed feed) {
    return (int) records.stream().filter(record -> record.feed() == feed).count();
  }

  long duplicates() {
    return simulation.totals().duplicates();
  }

  long broken() {
    return simulation.totals().broken();
  }

  /** Every event that counts, once, profiles first, then by time. */
  List<Event> sortedUnique() {
    Map<Feed, RecordDecoder> decoders = new EnumMap<>(Feed.class);
    Set<Long> met = new HashSet<>();
    List<Event> events = new ArrayList<>();
    for (FeedRecord record : records) {
      Decoded decoded =
          decoders
              .computeIfAbsent(record.feed(), feed -> binding(feed).newDecoder())
              .decode(
                  record.key(),
                  record.value(),
                  record.emittedAt(),
                  new RecordDecoder.Place(record.feed().label(), 0, 0));
      Event event = decoded.event();
      if (event != null && (event.fingerprint() == 0 || met.add(event.fingerprint()))) {
        events.add(event);
      }
    }
    events.sort(
        Comparator.comparing((Event event) -> event.kind().feed() != Feed.CUSTOMERS)
            .thenComparingLong(Event::at)
            .thenComparingLong(Event::fingerprint));
    return events;
  }
}
