package dev.ebb.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationSettings;
import dev.ebb.simulate.Totals;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What {@code ebb simulate} made: {@code records = events + duplicates + broken}. */
record SimulationSummary(
    int customers,
    int days,
    long seed,
    long records,
    long events,
    long duplicates,
    long late,
    long broken,
    Map<String, Long> eventsByFeed,
    Map<String, Long> brokenByKind,
    int leavers,
    int lookAlikes) {

  static SimulationSummary of(SimulationSettings settings, Simulation simulation) {
    Totals totals = simulation.totals();
    return new SimulationSummary(
        settings.customers(),
        settings.days(),
        settings.seed(),
        totals.records(),
        totals.events(),
        totals.duplicates(),
        totals.late(),
        totals.broken(),
        labelled(totals.eventsByFeed(), feed -> feed.label()),
        labelled(totals.brokenByKind(), kind -> kind.label()),
        simulation.population().leavers().size(),
        simulation.population().lookAlikes().size());
  }

  private static <K> Map<String, Long> labelled(Map<K, Long> counts, Function<K, String> label) {
    Map<String, Long> labelled = new TreeMap<>();
    counts.forEach((key, count) -> labelled.put(label.apply(key), count));
    return labelled;
  }

  String json() throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(this);
  }

  String text(Path folder) {
    return String.format(
        Locale.ROOT,
        "%,d records of %,d customers over %d days: %,d events (%,d late), %,d duplicates, %,d"
            + " broken.%n%,d customers leave, %,d only look like it. Written to %s",
        records,
        customers,
        days,
        events,
        late,
        duplicates,
        broken,
        leavers,
        lookAlikes,
        folder);
  }
}
