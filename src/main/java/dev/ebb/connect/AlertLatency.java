package dev.ebb.connect;

import com.codahale.metrics.ExponentiallyDecayingReservoir;
import com.codahale.metrics.Histogram;
import org.apache.flink.dropwizard.metrics.DropwizardHistogramWrapper;
import org.apache.flink.metrics.MetricGroup;

/**
 * How long it took from what caused an alert to the alert's append in Kafka, in milliseconds. One
 * histogram for each task manager: the producer that learns of the append is not the operator that
 * has a metric group.
 */
final class AlertLatency {
  private static final Histogram HISTOGRAM = new Histogram(new ExponentiallyDecayingReservoir());

  private AlertLatency() {}

  static void register(MetricGroup group) {
    group
        .addGroup("ebb")
        .histogram("triggerToAlertMillis", new DropwizardHistogramWrapper(HISTOGRAM));
  }

  static void record(long millis) {
    HISTOGRAM.update(Math.max(0, millis));
  }
}
