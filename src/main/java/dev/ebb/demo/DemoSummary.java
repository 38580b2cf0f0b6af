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
 * @param p50Millis median time from an alert's cause to its append in Kafka
 * @param p99Millis 99 % were faster
 */
public record DemoSummary(JobCounts counts, long p50Millis, long p99Millis) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One JSON object on one line. */
  public String json() {
    ObjectNode summary =
        JSON.createObjectNode()
            .put("events", counts.events())
            .put("customers", counts.customers())
            .put("alerts", counts.alerts())
            .put("rejected", counts.rejected())
            .put("duplicates", counts.duplicates())
            .put("late", counts.late());
    summary.putObject("latencyMillis").put("p50", p50Millis).put("p99", p99Millis);
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
        "%,d events of %,d customers: %,d alerts, %,d rejected, %,d duplicates, %,d late%n"
            + "From cause to alert in Kafka: median %,d ms, 99 %% within %,d ms",
        counts.events(),
        counts.customers(),
        counts.alerts(),
        counts.rejected(),
        counts.duplicates(),
        counts.late(),
        p50Millis,
        p99Millis);
  }
}
