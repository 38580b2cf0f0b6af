package dev.ebb.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;
import java.util.Map;

/**
 * What a desk bore.
 *
 * @param takenPerSecond cases that it took over from Kafka while nothing else was asked of it
 */
public record LoadReport(
    LoadPlan plan, Map<Measure, Times> times, double takenPerSecond, Live live, Machine machine) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Milliseconds; 0 is less than half of one. */
  public record Times(int count, long p50, long p95, long p99) {}

  /**
   * Open screens.
   *
   * @param missed so often a screen did not hear of a case that had changed
   * @param cores that the desk's process kept busy
   * @param heapMiB of the desk, garbage included
   */
  public record Live(
      int viewers,
      int updates,
      double updatesPerSecond,
      long missed,
      double cores,
      double heapMiB) {}

  /** Where it ran. */
  public record Machine(int processors, String java, double loadAverage) {
    static Machine here() {
      OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
      return new Machine(
          system.getAvailableProcessors(),
          System.getProperty("java.version"),
          system.getSystemLoadAverage());
    }
  }

  /** Whether every bound is met and nobody missed anything. */
  public boolean isMet() {
    return live.missed() == 0 && times.keySet().stream().allMatch(this::isMet);
  }

  private boolean isMet(Measure measure) {
    return measure.boundMillis() == 0 || times.get(measure).p95() < measure.boundMillis();
  }

  /** One JSON object on one line. */
  public String json() {
    ObjectNode json = MAPPER.createObjectNode();
    json.set("machine", MAPPER.valueToTree(machine));
    json.put("cases", plan.cases()).put("seed", plan.seed());
    json.put("browsers", plan.browsers()).put("takenPerSecond", tenths(takenPerSecond));
    ObjectNode measured = json.putObject("millis");
    times.forEach(
        (measure, it) -> {
          ObjectNode one = measured.putObject(measure.label());
          one.put("count", it.count()).put("p50", it.p50()).put("p95", it.p95());
          one.put("p99", it.p99());
          if (measure.boundMillis() > 0) {
            one.put("bound", measure.boundMillis()).put("met", isMet(measure));
          }
        });
    ObjectNode screens = json.putObject("live").put("viewers", live.viewers());
    screens.put("updates", live.updates()).put("missed", live.missed());
    screens.put("updatesPerSecond", tenths(live.updatesPerSecond()));
    screens.put("deskCores", tenths(live.cores())).put("deskHeapMiB", Math.round(live.heapMiB()));
    return json.put("met", isMet()).toString();
  }

  private static double tenths(double value) {
    return Math.round(10 * value) / 10.0;
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%,d open cases; %,.0f a second taken over from Kafka; %d browsers at a time",
        plan.cases(),
        takenPerSecond,
        plan.browsers());
    line(text, "%-40s%8s%8s%8s%8s", "milliseconds", "count", "p50", "p95", "p99");
    times.forEach(
        (measure, it) ->
            line(
                text,
                "%-40s%,8d%,8d%,8d%,8d%s",
                measure.title(),
                it.count(),
                it.p50(),
                it.p95(),
                it.p99(),
                bound(measure)));
    line(
        text,
        "%,d screens, %,d updates at %.1f a second: %,d missed; desk: %.1f cores, heap %.0f MiB",
        live.viewers(),
        live.updates(),
        live.updatesPerSecond(),
        live.missed(),
        live.cores(),
        live.heapMiB());
    line(
        text,
        "%d processors, Java %s, load average at the end %.1f; PostgreSQL, Kafka and browsers too",
        machine.processors(),
        machine.java(),
        machine.loadAverage());
    return text.append(isMet() ? "all bounds are met" : "NOT all bounds are met").toString();
  }

  private String bound(Measure measure) {
    return measure.boundMillis() == 0
        ? ""
        : "   p95 < %d: %s".formatted(measure.boundMillis(), isMet(measure) ? "met" : "NOT met");
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
