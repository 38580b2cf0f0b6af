package dev.ebb.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What was measured in all rounds. */
public record BenchReport(BenchSettings settings, Machine machine, List<Round> rounds) {

  /**
   * One turn of each contender.
   *
   * @param load the machine's load average before it; above the cores, others were at work
   */
  public record Round(double load, List<Run> runs) {
    /** The run of a contender, or null. */
    Run of(Contender contender) {
      return runs.stream()
          .filter(run -> run.contender().equals(contender.label()))
          .findFirst()
          .orElse(null);
    }
  }

  public BenchReport {
    rounds = List.copyOf(rounds);
  }

  /** For people. */
  public String text() {
    return new BenchText(this).text();
  }

  /** One JSON object. */
  public String json() {
    return new BenchJson(this).json();
  }

  /** All runs of a contender. */
  List<Run> runs(Contender contender) {
    return rounds.stream().map(round -> round.of(contender)).toList();
  }

  /** A figure of a contender over all rounds. */
  Spread spread(Contender contender, ToDoubleFunction<Run> figure) {
    return Spread.of(runs(contender).stream().map(figure::applyAsDouble).toList());
  }

  /**
   * How much faster one is than the other, round by round; null if there is no round that both came
   * to the end of. Who is cut off has read other days than who is not, at another cost.
   */
  Spread ratio(Contender contender, Contender other) {
    List<Double> ratios =
        rounds.stream()
            .filter(round -> round.of(contender).complete() && round.of(other).complete())
            .map(
                round ->
                    round.of(contender).recordsPerSecond() / round.of(other).recordsPerSecond())
            .toList();
    return ratios.isEmpty() ? null : Spread.of(ratios);
  }

  /** Whether a run of a contender was cut off at the limit. */
  boolean isCut(Contender contender) {
    return runs(contender).stream().anyMatch(run -> !run.complete());
  }

  /** The ratios to all others that took part, by their names; null where there is none. */
  Map<String, Spread> ratios(Contender contender) {
    Map<String, Spread> ratios = new TreeMap<>();
    for (Contender other : settings.contenders()) {
      if (other != contender) {
        ratios.put(other.label(), ratio(contender, other));
      }
    }
    return ratios;
  }

  /** The rates of all rounds, in order. */
  List<Long> rates(Contender contender) {
    List<Long> rates = new ArrayList<>();
    runs(contender).forEach(run -> rates.add(Math.round(run.recordsPerSecond())));
    return rates;
  }
}
