package dev.ebb.bench;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
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
  private static final String OPERATOR = "<operator_name>";

  private static final Map<String, List<Counter>> COUNTERS = new ConcurrentHashMap<>();

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
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    COUNTERS.values().forEach(counters -> counters.removeIf(counter -> counter == metric));
  }
}
