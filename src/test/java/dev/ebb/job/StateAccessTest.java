package dev.ebb.job;

import static dev.ebb.job.Samples.ANNA;
import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.ledger.BundleSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateLatencyTrackOptions;
import org.apache.flink.configuration.StateSizeTrackOptions;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * What an event costs, as RocksDB's own statistics in Flink count it: they know nothing of the
 * ledger. Flink samples every second access at most, so each histogram holds half of them.
 */
class StateAccessTest {
  private static final int SAMPLED = 2;
  private static final int EVENTS = 200;
  private static final int MORE_EVENTS = 460;
  private static final int CUSTOMERS = 20;
  private static final int HOT_BYTES = 340;

  private final Map<String, Histogram> histograms = new HashMap<>();

  @Test
  void shouldCostOneReadAndOneWriteForEachUsageEventAndOneBlindAppendForMany() throws Exception {
    try (MockEnvironment environment = environment();
        var harness = harness(environment, BundleSettings.NONE)) {
      Map<String, Long> accesses = accesses(harness);

      Long filterSaidMaybe = accesses.remove("seen.listStateGetLatency");
      assertThat(filterSaidMaybe == null ? 0 : filterSaidMaybe).isLessThan(EVENTS / SAMPLED / 20);
      assertThat(accesses)
          .isEqualTo(
              Map.of(
                  "today.valueStateGetLatency", (long) MORE_EVENTS / SAMPLED,
                  "today.valueStateUpdateLatency", (long) MORE_EVENTS / SAMPLED,
                  "seen.listStateAddAllLatency", (long) CUSTOMERS / SAMPLED));
      assertThat(histograms.get("today.valueStateUpdateValueSize").getStatistics().getMax())
          .isBetween(20L, (long) HOT_BYTES);
    }
  }

  @Test
  void shouldCostNothingButTheBlindAppendsForThoseInTheBundle() throws Exception {
    try (MockEnvironment environment = environment();
        var harness = harness(environment, BundleSettings.DEFAULT)) {
      Map<String, Long> accesses = accesses(harness);
      accesses.remove("seen.listStateGetLatency");
      assertThat(accesses)
          .isEqualTo(Map.of("seen.listStateAddAllLatency", (long) CUSTOMERS / SAMPLED));

      harness.prepareSnapshotPreBarrier(1);
      assertThat(samples())
          .containsEntry("today.valueStateGetLatency", (long) CUSTOMERS / SAMPLED)
          .containsEntry("today.valueStateUpdateLatency", (long) CUSTOMERS / SAMPLED);
    }
  }

  @Test
  void shouldCostOneWriteForEachUsageEventOfThoseWhomTheBundleMayNotWriteLater() throws Exception {
    try (MockEnvironment environment = environment();
        var harness = harness(environment, new BundleSettings(CUSTOMERS, CUSTOMERS / 2))) {
      assertThat(accesses(harness))
          .doesNotContainKey("today.valueStateGetLatency")
          .containsEntry("today.valueStateUpdateLatency", (long) MORE_EVENTS / 2 / SAMPLED);
    }
  }

  /** Accesses sampled in {@link #MORE_EVENTS} of customers who are known. */
  private Map<String, Long> accesses(
      KeyedOneInputStreamOperatorTestHarness<String, Event, LedgerFact> harness) throws Exception {
    for (int i = 0; i < EVENTS; i++) {
      take(harness, i);
    }
    Map<String, Long> before = samples();
    for (int i = EVENTS; i < EVENTS + MORE_EVENTS; i++) {
      take(harness, i);
    }
    Map<String, Long> after = samples();
    after.replaceAll((access, count) -> count - before.getOrDefault(access, 0L));
    after.values().removeIf(count -> count == 0);
    return after;
  }

  /** So many for each customer that the newest ids are appended once. */
  private static void take(
      KeyedOneInputStreamOperatorTestHarness<String, Event, LedgerFact> harness, int number)
      throws Exception {
    String customer = ANNA + number % CUSTOMERS;
    Event event = Samples.call(customer, at(MONDAY, "08:00") + number, number + 1);
    harness.processElement(event, event.at());
  }

  /** Accesses sampled so far by state and access; the two generations of ids are one. */
  private Map<String, Long> samples() {
    Map<String, Long> samples = new HashMap<>();
    histograms.forEach(
        (name, histogram) -> {
          if (name.endsWith("Latency")) {
            samples.merge(name.replaceAll("^seen-.", "seen"), histogram.getCount(), Long::sum);
          }
        });
    return samples;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Event, LedgerFact> harness(
      MockEnvironment environment, BundleSettings bundle) throws Exception {
    Configuration tracked = new Configuration();
    tracked.set(StateLatencyTrackOptions.LATENCY_TRACK_ENABLED, true);
    tracked.set(StateLatencyTrackOptions.LATENCY_TRACK_SAMPLE_INTERVAL, SAMPLED);
    tracked.set(StateSizeTrackOptions.SIZE_TRACK_ENABLED, true);
    tracked.set(StateSizeTrackOptions.SIZE_TRACK_SAMPLE_INTERVAL, SAMPLED);
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new LedgerOperator(Samples.plan(bundle)), Event::customerId, Types.STRING, environment);
    harness.setStateBackend(
        new EmbeddedRocksDBStateBackend()
            .configure(tracked, StateAccessTest.class.getClassLoader()));
    harness.open();
    return harness;
  }

  private MockEnvironment environment() {
    return new MockEnvironmentBuilder().setMetricGroup(metricGroup()).setMaxParallelism(1).build();
  }

  private TaskMetricGroup metricGroup() {
    TestingMetricRegistry registry =
        TestingMetricRegistry.builder().setRegisterConsumer(this::registered).build();
    return TaskManagerMetricGroup.createTaskManagerMetricGroup(
            registry, "localhost", ResourceID.generate())
        .addJob(new JobID(), "job")
        .addTask(ExecutionAttemptID.randomId(), "ledger");
  }

  private void registered(Metric metric, String name, AbstractMetricGroup<?> group) {
    String state = group.getAllVariables().get("<state_name>");
    if (metric instanceof Histogram histogram && state != null) {
      histograms.put(state + "." + name, histogram);
    }
  }
}
