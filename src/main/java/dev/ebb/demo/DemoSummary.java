package dev.ebb.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.job.JobCounts;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * How a demo went.
 *
 * @param live times from an alert's cause to its append in Kafka, once the job had caught up with
 *     the history
 * @param history the same while the history was fed
 */
public record DemoSummary(JobCounts counts, Latencies.Summary live, Latencies.Summary history) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One JSON object on one line; latencies of the live phase if there are any. */
  public String json() {
    ObjectNode summary =
        JSON.createObjectNode()
            .put("events", counts.events())
            .put("customers", counts.customers())
            .put("alerts", counts.alerts())
            .put("rejected", counts.rejected())
            .put("duplicates", counts.duplicates())
            .put("late", counts.late());
    Latencies.Summary told = wasLive() ? live : history;
    summary
        .putObject("latencyMillis")
        .put("p50", told.p50Millis())
        .put("p99", told.p99Millis())
        .put("phase", wasLive() ? "live" : "history");
    try {
      return JSON.writeValueAsString(summary);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%,d events of %,d customers: %,d alerts, %,d rejected, %,d duplicates, %,d late%n%s",
        counts.events(),
        counts.customers(),
        counts.alerts(),
        counts.rejected(),
        counts.duplicates(),
        counts.late(),
        wasLive()
            ? inWords("From cause to alert in Kafka", live)
            : inWords("From cause to alert in Kafka, while history was fed", history));
  }

  private boolean wasLive() {
    return live.count() > 0;
  }

  private static String inWords(String what, Latencies.Summary latency) {
    return String.format(
        Locale.ROOT,
        "%s: median %,d ms, 99 %% within %,d ms",
        what,
        latency.p50Millis(),
        latency.p99Millis());
  }
}
