package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Feed;
import dev.ebb.simulate.Sample.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final SimulationSettings SMALL = SimulationSettings.of(60, 60, 7);

  @Test
  void shouldGiveEqualBytesForEqualSettings() {
    assertThat(digest(SMALL)).isEqualTo(digest(SMALL));
  }

  @Test
  void shouldGiveOtherBytesForAnotherSeed() {
    assertThat(digest(SimulationSettings.of(60, 60, 8))).isNotEqualTo(digest(SMALL));
  }

  @Test
  void shouldNotChangeACustomerWhenOthersJoin() {
    List<String> alone = recordsOf(SimulationSettings.of(8, 60, 7), PhoneNumbers.ours(7));
    List<String> inCompany = recordsOf(SMALL, PhoneNumbers.ours(7));
    assertThat(alone).isNotEmpty().isEqualTo(inCompany);
  }

  @Test
  void shouldNotChangeWhatHappenedWhenTheDirtChanges() {
    Set<String> clean = valuesOf(SMALL.with(Dirt.NONE));
    Set<String> dirty = valuesOf(SMALL.with(heavy(0)));
    assertThat(dirty).isEqualTo(clean);
  }

  @Test
  void shouldSendInOrderOfTime() {
    List<FeedRecord> records = Sample.of(SMALL).records();
    assertThat(records).extracting(FeedRecord::emittedAt).isSorted();
  }

  @Test
  void shouldKeepDisorderWithinItsBound() {
    Dirt disorder =
        new Dirt(0, 1, Duration.ofSeconds(45), 0, Duration.ofHours(3), Duration.ofDays(3), 0);
    long newest = Long.MIN_VALUE;
    long worst = 0;
    for (Line line : Sample.of(SMALL.with(disorder)).lines(Feed.USAGE)) {
      newest = Math.max(newest, line.at());
      worst = Math.max(worst, newest - line.at());
    }
    assertThat(worst).isBetween(20_000L, 45_000L);
  }

  @Test
  void shouldDelayLateRecordsByTheirBounds() {
    Dirt late = new Dirt(0, 0, Duration.ZERO, 0.02, Duration.ofHours(5), Duration.ofHours(50), 0);
    Sample sample = Sample.of(SMALL.with(late));
    List<Long> delays =
        sample.lines(Feed.USAGE).stream()
            .map(line -> line.record().emittedAt() - line.at())
            .filter(delay -> delay > 0)
            .toList();
    assertThat(delays)
        .allMatch(delay -> delay >= Duration.ofHours(5).toMillis())
        .allMatch(delay -> delay <= Duration.ofHours(50).toMillis());
    assertThat(sample.simulation().totals().late())
        .isGreaterThanOrEqualTo(delays.size())
        .isLessThan(delays.size() * 5L / 4);
  }

  @Test
  void shouldAddUp() {
    Sample sample = Sample.of(SMALL.with(heavy(0.05)));
    Totals totals = sample.simulation().totals();
    assertThat(totals.records()).isEqualTo(sample.records().size());
    for (Feed feed : Simulation.FEEDS) {
      long broken = sample.feed(feed).filter(SimulationTest::isBroken).count();
      assertThat(sample.feed(feed).count() - broken)
          .isEqualTo(
              totals.eventsByFeed().get(feed) + totals.duplicatesByFeed().getOrDefault(feed, 0L));
    }
    assertThat(totals.broken())
        .isEqualTo(sample.records().stream().filter(SimulationTest::isBroken).count());
  }

  @Test
  void shouldRepeatARecordByteForByteUnderTheSameId() {
    Sample sample = Sample.of(SMALL.with(heavy(0)));
    List<Line> usage = sample.lines(Feed.USAGE);
    Set<String> ids = new HashSet<>();
    Set<String> values = new HashSet<>();
    usage.forEach(line -> ids.add(line.id()));
    usage.forEach(line -> values.add(text(line.record())));
    assertThat(ids).hasSameSizeAs(values);
    assertThat(usage.size() - ids.size())
        .isEqualTo(sample.simulation().totals().duplicatesByFeed().get(Feed.USAGE).intValue());
  }

  @Test
  void shouldKeepTheRatesWithinSamplingError() {
    Totals totals =
        Sample.of(SimulationSettings.of(300, 60, 3).with(heavy(0.05))).simulation().totals();
    double soiled = totals.eventsByFeed().get(Feed.USAGE) + totals.eventsByFeed().get(Feed.SPEND);
    assertThat(totals.duplicates() / soiled).isCloseTo(0.1, within(0.005));
    assertThat(totals.late() / soiled).isCloseTo(0.03, within(0.003));
    assertThat(totals.broken() / soiled).isCloseTo(0.05, within(0.004));
    assertThat(totals.brokenByKind()).hasSize(BrokenKind.values().length);
  }

  @Test
  void shouldMakeAsManyUsageRecordsAsAsked() {
    SimulationSettings settings =
        SimulationSettings.of(2_000, 14, 3).with(Dirt.NONE).withEventsPerDay(20);
    double perDay =
        Sample.of(settings).simulation().totals().eventsByFeed().get(Feed.USAGE) / 28_000.0;
    assertThat(perDay).isCloseTo(20, within(2.0));
  }

  @Test
  void shouldMakeADayOnlyWhenItIsAskedFor() {
    Simulation simulation = new Simulation(SimulationSettings.of(50, 3_000, 1));
    simulation.next();
    assertThat(simulation.daysMade()).isEqualTo(1);
  }

  /** 10 % duplicates, 50 % out of order, 3 % late, and this share broken. */
  private static Dirt heavy(double broken) {
    return new Dirt(
        0.1, 0.5, Duration.ofSeconds(30), 0.03, Duration.ofHours(3), Duration.ofDays(3), broken);
  }

  private static boolean isBroken(FeedRecord record) {
    return text(record).contains("\"id\":\"x-");
  }

  private static Set<String> valuesOf(SimulationSettings settings) {
    Set<String> values = new HashSet<>();
    Sample.of(settings).records().forEach(record -> values.add(text(record)));
    return values;
  }

  private static List<String> recordsOf(SimulationSettings settings, String customerId) {
    return Sample.of(settings).records().stream()
        .map(SimulationTest::text)
        .filter(text -> text.contains("\"customerId\":\"" + customerId + "\""))
        .toList();
  }

  private static String text(FeedRecord record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  private static String digest(SimulationSettings settings) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      new Simulation(settings)
          .forEachRemaining(
              record -> {
                sha.update(record.feed().name().getBytes(StandardCharsets.UTF_8));
                sha.update(record.value());
                sha.update(Long.toString(record.emittedAt()).getBytes(StandardCharsets.UTF_8));
              });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
