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
    SortedMap<String, LookAlikes> found = new TreeMap<>();
    for (String customer : risks.lookAlikes()) {
      found.merge(truth.lookAlikes().get(customer), new LookAlikes(1, 0, 0), Measuring::sum);
    }
    TreeSet<String> alerted = new TreeSet<>();
    for (Alarm alarm : alarms.cases(Slice.ALL)) {
      String customer = alarm.customerId();
      if (risks.lookAlikes().contains(customer)) {
        int isFirst = alerted.add(customer) ? 1 : 0;
        found.merge(
            truth.lookAlikes().get(customer), new LookAlikes(0, isFirst, 1), Measuring::sum);
      }
    }
    return found;
  }

  private static LookAlikes sum(LookAlikes a, LookAlikes b) {
    return new LookAlikes(
        a.customers() + b.customers(), a.alerted() + b.alerted(), a.alerts() + b.alerts());
  }
}
