package dev.ebb.job;

import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.kpi.Counts;
import dev.ebb.retention.Slice;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class KpiBufferTest {
  private static final Slice ALL = new Slice(Slice.EVERYBODY, null, null);

  @Test
  void shouldSendTheSumOnOnceInAQuarterOfAnHour() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.processWatermark(at(MONDAY, "10:00"));
      count(harness, "stage/C", 1);
      count(harness, "stage/C", 1);
      count(harness, "stage/D", 1);
      count(harness, "stage/D", -1);
      harness.processWatermark(at(MONDAY, "10:15") - 1);
      assertThat(harness.extractOutputValues()).isEmpty();

      harness.processWatermark(at(MONDAY, "10:15"));
      assertThat(harness.extractOutputValues())
          .containsExactly(new KpiPart(ALL, MONDAY, new Counts().add("stage/C", 2)));
      harness.processWatermark(at(MONDAY, "10:30"));
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void shouldKeepWhatWaitsOverARestartAtAnotherParallelism() throws Exception {
    OperatorSubtaskState one = snapshot(0, 3);
    OperatorSubtaskState two = snapshot(1, 4);
    OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(one, two);
    try (var harness = harness(1, 0)) {
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(both, 8, 2, 1, 0));
      harness.open();
      harness.processWatermark(at(MONDAY, "10:15"));

      assertThat(harness.extractOutputValues())
          .containsExactly(new KpiPart(ALL, MONDAY, new Counts().add("stage/C", 7)));
    }
  }

  @Test
  void shouldNotChangeACheckpointByWhatIsCountedAfterIt() throws Exception {
    OperatorSubtaskState checkpoint;
    try (var harness = harness(1, 0)) {
      harness.open();
      count(harness, "stage/C", 2);
      checkpoint = harness.snapshot(1, 1);
      count(harness, "stage/C", 5);
    }
    try (var harness = harness(1, 0)) {
      harness.initializeState(checkpoint);
      harness.open();
      harness.processWatermark(at(MONDAY, "10:15"));

      assertThat(harness.extractOutputValues())
          .containsExactly(new KpiPart(ALL, MONDAY, new Counts().add("stage/C", 2)));
    }
  }

  private static OperatorSubtaskState snapshot(int subtask, int count) throws Exception {
    try (var harness = harness(2, subtask)) {
      harness.open();
      count(harness, "stage/C", count);
      return harness.snapshot(1, 1);
    }
  }

  private static OneInputStreamOperatorTestHarness<KpiFact, KpiPart> harness(
      int parallelism, int subtask) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(new KpiBuffer(), 8, parallelism, subtask);
  }

  private static void count(
      OneInputStreamOperatorTestHarness<KpiFact, KpiPart> harness, String name, long count)
      throws Exception {
    harness.processElement(new KpiFact(ALL, MONDAY, name, count), 0);
  }
}
