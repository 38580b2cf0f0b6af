package dev.ebb.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.job.JobCounts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The counts of a backtest.
 *
 * @param lines records read from each feed file, in the order of the bindings; headers are none
 * @param measures null without a truth to measure by
 */
public record BacktestSummary(JobCounts counts, List<Long> lines, Measures measures) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** For people. */
  public String text(Path out) {
    String told = measures == null ? "" : "\n" + new MeasuresReport(measures).text() + "\n\n";
    return String.format(
        Locale.ROOT,
        "%,d events, %,d duplicates, %,d rejected, %,d late%n%s"
            + "%,d customers, %,d alerts, %,d withheld%n%swritten to %s",
        counts.events(),
        counts.duplicates(),
        counts.rejected(),
        counts.late(),
        inVain(),
        counts.customers(),
        counts.alerts(),
        counts.withheld(),
        told,
        out);
  }

  /** A wrong mapping or a file of another form is easily overlooked among many counts. */
  private String inVain() {
    StringBuilder lines = new StringBuilder();
    counts
        .bindings()
        .forEach(
            (name, binding) -> {
              if (binding.events() == 0 && binding.rejected() > 0) {
                lines.append("every record of ").append(name);
                lines.append(" was rejected, see rejected.jsonl\n");
              }
            });
    return lines.toString();
  }

  /** One JSON object. */
  public String json() {
    ObjectNode summary = JSON.createObjectNode();
    summary
        .put("events", counts.events())
        .put("rejected", counts.rejected())
        .put("duplicates", counts.duplicates())
        .put("late", counts.late())
        .put("customers", counts.customers())
        .put("alerts", counts.alerts())
        .put("withheld", counts.withheld());
    ObjectNode feeds = summary.putObject("feeds");
    Iterator<Long> records = lines.iterator();
    counts
        .bindings()
        .forEach(
            (name, binding) ->
                feeds
                    .putObject(name)
                    .put("records", records.next())
                    .put("events", binding.events())
                    .put("rejected", binding.rejected())
                    .put("duplicates", binding.duplicates())
                    .put("late", binding.late()));
    if (measures != null) {
      summary.set("measures", MeasuresJson.of(measures));
    }
    try {
      return JSON.writeValueAsString(summary);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
