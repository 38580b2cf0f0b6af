package dev.ebb.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.RecordDecoder;
import dev.ebb.event.Event;
import dev.ebb.event.Feed;
import dev.ebb.simulate.Dirt;
import dev.ebb.simulate.FeedRecord;
import dev.ebb.simulate.Population.Joiner;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** How many of a simulated population's joiners are recognised, and how many others with them. */
class JoinersTest {

  private static final SimulationSettings SETTINGS =
      SimulationSettings.of(4_000, 150, 1).with(Dirt.NONE).withEventsPerDay(0.1);

  @Test
  void shouldRecogniseWhoJoinsAgainAndNobodyWhoGetsAFirstLine() throws Exception {
    Simulation simulation = new Simulation(SETTINGS);
    List<LedgerFact> profiles = new ArrayList<>();
    RecordDecoder decoder = SimulatedFeeds.binding(Feed.CUSTOMERS).newDecoder();
    simulation.forEachRemaining(
        record -> {
          if (record.feed() == Feed.CUSTOMERS) {
            profiles.add(LedgerFact.passed(decoded(decoder, record), 0));
          }
        });

    Set<String> recognised = recognised(profiles);

    Set<String> again =
        simulation.population().joiners().stream()
            .map(Joiner::customerId)
            .collect(Collectors.toSet());
    assertThat(again).hasSizeGreaterThan(20);
    assertThat(recognised).as("of %s", again).isEqualTo(again);
  }

  private static Set<String> recognised(List<LedgerFact> profiles) throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new HouseholdFunction(Samples.plan())),
            HouseholdFunction::key,
            Types.STRING)) {
      harness.open();
      for (LedgerFact profile : profiles) {
        if (HouseholdFunction.isShared(profile)) {
          harness.processElement(profile, profile.at());
          harness.processWatermark(profile.at());
        }
      }
      return harness.extractOutputValues().stream()
          .map(LedgerFact::customerId)
          .collect(Collectors.toSet());
    }
  }

  private static Event decoded(RecordDecoder decoder, FeedRecord record) {
    return decoder
        .decode(
            record.key(),
            record.value(),
            record.emittedAt(),
            new RecordDecoder.Place("customers", 0, 0))
        .event();
  }
}
