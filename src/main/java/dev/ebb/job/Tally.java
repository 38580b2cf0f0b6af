package dev.ebb.job;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts one thing twice: as a metric, for those who watch the job, and as an accumulator, for the
 * command that started it.
 */
final class Tally {
  /** Between the parts of an accumulator's name; no binding's name has it. */
  static final String SEPARATOR = "\u001f";

  private final RuntimeContext context;
  private final MetricGroup group;
  private final Map<String, Count> counts = new HashMap<>();

  Tally(RuntimeContext context) {
    this.context = context;
    this.group = context.getMetricGroup().addGroup("ebb");
  }

  /**
   * A counter.
   *
   * @param name the metric's name
   * @param labels label names and values in turn
   */
  Count count(String name, String... labels) {
    return counts.computeIfAbsent(accumulatorName(name, labels), key -> create(key, name, labels));
  }

  /** The group under which all of Ebb's metrics lie. */
  MetricGroup group() {
    return group;
  }

  /** The accumulator's name: the metric's name and its label values, joined. */
  static String accumulatorName(String name, String... labels) {
    StringBuilder joined = new StringBuilder(name);
    for (int i = 1; i < labels.length; i += 2) {
      joined.append(SEPARATOR).append(labels[i]);
    }
    return joined.toString();
  }

  private Count create(String accumulatorName, String name, String... labels) {
    MetricGroup labelled = group;
    for (int i = 0; i < labels.length; i += 2) {
      labelled = labelled.addGroup(labels[i], labels[i + 1]);
    }
    LongCounter accumulator = new LongCounter();
    context.addAccumulator(accumulatorName, accumulator);
    return new Count(labelled.counter(name), accumulator::add);
  }

  /** One counter. */
  record Count(Counter metric, Consumer<Long> accumulator) {
    void add() {
      metric.inc();
      accumulator.accept(1L);
    }
  }
}
