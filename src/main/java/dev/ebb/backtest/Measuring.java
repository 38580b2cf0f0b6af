package dev.ebb.backtest;

import dev.ebb.backtest.Measures.AtHorizon;
import dev.ebb.backtest.Measures.Hits;
import dev.ebb.backtest.Measures.LookAlikes;
import dev.ebb.backtest.Measures.Part;
import dev.ebb.backtest.Measures.Quartiles;
import dev.ebb.risk.Tier;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what a backtest said against the truth. */
final class Measuring {
  private final Truth truth;
  private final int lastDay;
  private final RiskBoard risks;
  private final AlarmBoard alarms;

  /**
   * @param lastDay the data's last day, an epoch day
   */
  Measuring(Truth truth, int lastDay) {
    this.truth = truth;
    this.lastDay = lastDay;
    this.risks = new RiskBoard(truth, lastDay);
    this.alarms = new AlarmBoard(truth, lastDay);
  }

  void day(String customerId, int day, double risk, Tier tier) {
    risks.add(customerId, day, risk, tier);
  }

  void alarm(Alarm alarm) {
    alarms.add(alarm);
  }

  /** Takes judged days as {@link Lines#ofJudged} wrote them. */
  void readDays(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = CsvCells.of(line);
        day(
            cells.get(0),
            Integer.parseInt(cells.get(1)),
            Double.parseDouble(cells.get(2)),
            Tier.valueOf(cells.get(3)));
      }
    }
  }

  /** Takes alarms as {@link Alarm#line} wrote them. */
  void readAlarms(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        alarm(Alarm.parse(line));
      }
    }
  }

  Measures result() {
    TreeSet<Slice> slices = new TreeSet<>(risks.slices());
    slices.addAll(alarms.slices());
    SortedMap<Slice, Part> parts = new TreeMap<>();
    slices.forEach(slice -> parts.put(slice, part(slice)));
    return new Measures(lastDay, risks.days(Slice.ALL), parts, lookAlikes());
  }

  private Part part(Slice slice) {
    List<Alarm> cases = alarms.cases(slice);
    Map<String, Departure> leavers = risks.leavers(slice);
    List<Horizon> horizons = Measures.HORIZONS;
    List<AtHorizon> seen = new ArrayList<>();
    for (int i = 0; i < horizons.size(); i++) {
      Hits hits = alarms.hits(cases, leavers, horizons.get(i));
      boolean isCause = slice.kind() == Slice.Kind.CAUSE;
      seen.add(
          risks.at(slice, i, isCause ? new Hits(Double.NaN, hits.recall(), Double.NaN) : hits));
    }
    Horizon longest = horizons.get(horizons.size() - 1);
    return new Part(
        cases.size(),
        alarms.afterLeaving(cases),
        leavers.size(),
        1000.0 * cases.size() / risks.days(slice),
        Quartiles.of(alarms.leads(cases, leavers, longest)),
        List.copyOf(seen));
  }

  private SortedMap<String, LookAlikes> lookAlikes() {
    SortedMap<String, Integer> customers = new TreeMap<>();
    risks.lookAlikes().forEach(it -> customers.merge(truth.lookAlikes().get(it), 1, Integer::sum));
    Map<String, List<Alarm>> cases =
        alarms.cases(Slice.ALL).stream()
            .filter(it -> risks.lookAlikes().contains(it.customerId()))
            .collect(Collectors.groupingBy(it -> truth.lookAlikes().get(it.customerId())));
    SortedMap<String, LookAlikes> found = new TreeMap<>();
    customers.forEach(
        (kind, count) ->
            found.put(kind, LookAlikes.of(count, cases.getOrDefault(kind, List.of()))));
    return found;
  }
}
