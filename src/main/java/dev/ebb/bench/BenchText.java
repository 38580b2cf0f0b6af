package dev.ebb.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report for people. */
final class BenchText {
  private static final String ROW = "%-16s %9s %9s %9s  %-18s %7s %8s %6s %s%n";

  private final BenchReport report;

  BenchText(BenchReport report) {
    this.report = report;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    BenchSettings settings = report.settings();
    text.append(
        format(
            "%,d events, the first %d %% not measured, of %,d customers over %.1f days, %d rounds,"
                + " %d at a time; %s%n",
            settings.events(),
            settings.warmUpPercent(),
            settings.customers(),
            settings.days(),
            settings.rounds(),
            Bench.PARALLELISM,
            machine()));
    if (!settings.reachesBaseline()) {
      text.append(
          format(
              "Nobody has %d days, the least for a baseline: nobody is found to fall.%n",
              BenchSettings.DAYS_TO_FALL));
    }
    text.append(
        format(
            "%n" + ROW,
            "",
            "events/s",
            "min",
            "max",
            "to the floor",
            "CPU us",
            "state B",
            "RSS",
            "checkpoint"));
    settings.contenders().forEach(contender -> text.append(row(contender)));
    if (settings.contenders().stream().anyMatch(report::isCut)) {
      text.append(format("* cut off at the limit, %s: in no ratio%n", limit(settings)));
    }
    settings.contenders().forEach(contender -> text.append(ratios(contender)));
    text.append(format("%nWhat each does:%n"));
    for (Contender contender : settings.contenders()) {
      text.append(format("  %s: %s%n", contender.label(), contender.does()));
    }
    text.append(format("%nLoad of the machine before each round: %s%n", loads()));
    return text.toString();
  }

  private String row(Contender contender) {
    Spread rate = report.spread(contender, Run::recordsPerSecond);
    List<Run> runs = report.runs(contender);
    Run last = runs.get(runs.size() - 1);
    return format(
        ROW,
        contender.label() + (report.isCut(contender) ? " *" : ""),
        format("%,.0f", rate.median()),
        format("%,.0f", rate.min()),
        format("%,.0f", rate.max()),
        toFloor(contender),
        format("%.2f", report.spread(contender, Run::cpuMicrosPerRecord).median()),
        format("%,d", last.stateBytes() / report.settings().customers()),
        format("%,d", last.peakRssMiB()),
        checkpoint(last.checkpoints()));
  }

  private String toFloor(Contender contender) {
    return report.settings().contenders().contains(Contender.FLOOR)
        ? spread(report.ratio(contender, Contender.FLOOR))
        : "";
  }

  private static String checkpoint(Run.Checkpoints checkpoints) {
    return checkpoints.completed() == 0
        ? "-"
        : format(
            "%.1f MiB, %d ms, at most %d ms",
            checkpoints.lastBytes() / 1048576.0,
            checkpoints.medianMillis(),
            checkpoints.maxMillis());
  }

  private String ratios(Contender contender) {
    if (contender != Contender.EBB) {
      return "";
    }
    return report.ratios(contender).entrySet().stream()
        .map(entry -> format("  ebb to %s: %s%n", entry.getKey(), spread(entry.getValue())))
        .collect(Collectors.joining("", format("%n"), ""));
  }

  private static String limit(BenchSettings settings) {
    return settings.limit().toSeconds() + " s";
  }

  private static String spread(Spread spread) {
    return spread == null
        ? "-"
        : format("%.2f (%.2f-%.2f)", spread.median(), spread.min(), spread.max());
  }

  private String loads() {
    return report.rounds().stream()
        .map(round -> format("%.1f", round.load()))
        .collect(Collectors.joining(", "));
  }

  private String machine() {
    Machine machine = report.machine();
    return format(
        "%s, %d cores, %,d MiB, %s, %s",
        machine.processor(),
        machine.cores(),
        machine.memoryMiB(),
        machine.system(),
        machine.java());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
