package dev.ebb.backtest;

import dev.ebb.backtest.Measures.AtHorizon;
import dev.ebb.backtest.Measures.LookAlikes;
import dev.ebb.backtest.Measures.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The measures as tables, for people. */
final class MeasuresReport {
  private static final String LEGEND =
      """
      Base rate, AUC and top 10 % are of customer-days: AUC is the chance that one of somebody
      who leaves has the higher risk. Precision of alerts is the share whose customer leaves in
      time, recall the share of leavers with such an alert, lift the precision by the base rate.
      Lead days run from the first alert to the leaving: the median and the quartiles. "When gone"
      are alerts after the leaving. Exact definitions: docs/detection.md of Ebb.
      """;

  private final Measures measures;

  MeasuresReport(Measures measures) {
    this.measures = measures;
  }

  String text() {
    return tables(Table::text);
  }

  String markdown() {
    return tables(Table::markdown) + "\n\n" + LEGEND;
  }

  private String tables(Function<Table, String> form) {
    List<Table> tables = new ArrayList<>(List.of(horizons(), parts()));
    if (!measures.lookAlikes().isEmpty()) {
      tables.add(lookAlikes());
    }
    return tables.stream().map(form).collect(Collectors.joining("\n\n"));
  }

  private Table horizons() {
    Table table =
        new Table(
            "leaves within",
            "base rate",
            "AUC",
            "top 10 %: precision",
            "recall",
            "lift",
            "alerts: precision",
            "recall",
            "lift");
    for (AtHorizon at : measures.parts().get(Slice.ALL).horizons()) {
      table.row(
          at.days() + " d",
          share(at.baseRate()),
          share(at.auc()),
          share(at.top().precision()),
          share(at.top().recall()),
          number(at.top().lift()),
          share(at.alerts().precision()),
          share(at.alerts().recall()),
          number(at.alerts().lift()));
    }
    return table;
  }

  private Table parts() {
    int last = Measures.HORIZONS.size() - 1;
    Table table =
        new Table(
            "within " + Measures.HORIZONS.get(last).days() + " d",
            "leavers",
            "base rate",
            "AUC",
            "top 10 %: recall",
            "alerts",
            "when gone",
            "per 1,000 and day",
            "precision",
            "recall",
            "lead days (p25 to p75)");
    measures
        .parts()
        .forEach(
            (slice, part) -> {
              AtHorizon at = part.horizons().get(last);
              table.row(
                  slice.kind() == Slice.Kind.ALL
                      ? "all"
                      : slice.kind().name().toLowerCase(Locale.ROOT) + " " + slice.name(),
                  Integer.toString(part.leavers()),
                  share(at.baseRate()),
                  share(at.auc()),
                  share(at.top().recall()),
                  Long.toString(part.alerts()),
                  Long.toString(part.afterLeaving()),
                  number(part.alertsPer1000()),
                  share(at.alerts().precision()),
                  share(at.alerts().recall()),
                  lead(part));
            });
    return table;
  }

  private Table lookAlikes() {
    Table table = new Table("look-alikes", "customers", "alerted", "share", "alerts", "opened by");
    measures
        .lookAlikes()
        .forEach(
            (kind, seen) ->
                table.row(
                    kind,
                    Integer.toString(seen.customers()),
                    Integer.toString(seen.alerted()),
                    share((double) seen.alerted() / seen.customers()),
                    Integer.toString(seen.alerts()),
                    rules(seen)));
    return table;
  }

  /** The commonest first. */
  private static String rules(LookAlikes seen) {
    return seen.rules().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(rule -> rule.getKey() + " " + rule.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String lead(Part part) {
    return Double.isNaN(part.lead().median())
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.0f (%.0f to %.0f)",
            part.lead().median(),
            part.lead().p25(),
            part.lead().p75());
  }

  private static String share(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
  }
}
