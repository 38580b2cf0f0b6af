package dev.ebb.bench;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Reads Flink's own counters of records in this process, so that no job needs code to be measured.
 */
public final class Odometer implements MetricReporter {
  private static final String RECORDS_IN = "numRecordsIn";
  private static final String WATERMARK = "currentInputWatermark";
  private static final String OPERATOR = "<operator_name>";

  private static final Map<String, List<Counter>> COUNTERS = new ConcurrentHashMap<>();
  private static final Map<String, List<Gauge<?>>> WATERMARKS = new ConcurrentHashMap<>();

  /** Found by Flink in the services of the class path. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new Odometer();
    }
  }

  /**
   * How many records have entered the operators whose name begins so, all instances of one
   * together; of several operators the one that has seen the most.
   */
  static long records(String operator) {
    return COUNTERS.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(operator))
        .mapToLong(entry -> entry.getValue().stream().mapToLong(Counter::getCount).sum())
        .max()
        .orElse(0);
  }

  /** The least watermark that an instance of the operator has reached; its name begins so. */
  static long watermark(String operator) {
    return WATERMARKS.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(operator))
        .flatMap(entry -> entry.getValue().stream())
        .mapToLong(gauge -> (Long) gauge.getValue())
        .min()
        .orElse(Long.MIN_VALUE);
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    String operator = group.getAllVariables().get(OPERATOR);
    if (operator != null && name.equals(RECORDS_IN) && metric instanceof Counter counter) {
      COUNTERS.computeIfAbsent(operator, key -> new CopyOnWriteArrayList<>()).add(counter);
    }
    if (operator != null && name.equals(WATERMARK) && metric instanceof Gauge<?> gauge) {
      WATERMARKS.computeIfAbsent(operator, key -> new CopyOnWriteArrayList<>()).add(gauge);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    COUNTERS.values().forEach(counters -> counters.removeIf(counter -> counter == metric));
    WATERMARKS.values().forEach(gauges -> gauges.removeIf(gauge -> gauge == metric));
  }
}
