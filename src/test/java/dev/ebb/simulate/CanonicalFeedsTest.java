package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.DecoderSettings;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.RecordDecoder;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.event.Feed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is simulated is what the job reads. */
class CanonicalFeedsTest {

  private static final SimulationSettings SETTINGS =
      SimulationSettings.of(150, 70, 9)
          .withShares(0.4, 0.4)
          .with(
              new Dirt(
                  0.05,
                  0.5,
                  Duration.ofSeconds(20),
                  0.01,
                  Duration.ofHours(3),
                  Duration.ofDays(3),
                  0.02));

  @Test
  void shouldBeReadButForTheBrokenRecordsAndThoseForTheirReason() {
    Simulation simulation = new Simulation(SETTINGS);
    Map<Feed, RecordDecoder> decoders = decoders();
    Map<Feed, Long> accepted = new EnumMap<>(Feed.class);
    Map<String, Long> rejected = new TreeMap<>();
    Set<Long> fingerprints = new HashSet<>();
    simulation.forEachRemaining(
        record -> {
          Decoded decoded =
              decoders
                  .get(record.feed())
                  .decode(record.key(), record.value(), record.emittedAt(), new Place("t", 0, 0));
          if (decoded.event() == null) {
            rejected.merge(decoded.rejected().reason().label(), 1L, Long::sum);
          } else if (record.feed() == Feed.CUSTOMERS
              || fingerprints.add(decoded.event().fingerprint())) {
            accepted.merge(record.feed(), 1L, Long::sum);
          }
        });
    assertThat(accepted).isEqualTo(simulation.totals().eventsByFeed());
    assertThat(rejected).isEqualTo(labelled(simulation.totals().brokenByKind()));
  }

  private static Map<Feed, RecordDecoder> decoders() {
    Map<Feed, RecordDecoder> decoders = new EnumMap<>(Feed.class);
    DecoderSettings settings = DecoderSettings.defaults(SETTINGS.zone());
    for (Feed feed : Feed.values()) {
      decoders.put(feed, new FeedBinding(0, feed.label(), feed, null, settings).newDecoder());
    }
    return decoders;
  }

  private static Map<String, Long> labelled(Map<BrokenKind, Long> broken) {
    Map<String, Long> labelled = new TreeMap<>();
    broken.forEach((kind, count) -> labelled.put(kind.label(), count));
    return labelled;
  }
}
