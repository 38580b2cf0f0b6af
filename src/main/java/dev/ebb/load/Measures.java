package dev.ebb.load;

import dev.ebb.demo.Latencies;
import java.util.EnumMap;
import java.util.Map;

/** What was timed so far; filled by many threads. */
final class Measures {
  private static final long MILLI = 1_000_000;

  private final Map<Measure, Latencies> all = new EnumMap<>(Measure.class);

  synchronized void add(Measure measure, long nanos) {
    all.computeIfAbsent(measure, added -> new Latencies()).add((nanos + MILLI / 2) / MILLI);
  }

  /** What it comes to; without what was never timed. */
  synchronized Map<Measure, LoadReport.Times> times() {
    Map<Measure, LoadReport.Times> times = new EnumMap<>(Measure.class);
    all.forEach(
        (measure, it) ->
            times.put(
                measure,
                new LoadReport.Times(
                    it.summary().count(), it.quantile(0.5), it.quantile(0.95), it.quantile(0.99))));
    return times;
  }
}
