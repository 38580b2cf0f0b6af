package dev.ebb.job;

import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.codec.Compacted;
import dev.ebb.kpi.Counts;
import dev.ebb.retention.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KpiFunctionTest {
  private static final Slice ALL = new Slice(Slice.EVERYBODY, null, null);
  private static final Slice JANUARY =
      new Slice((int) LocalDate.of(2026, 1, 1).toEpochDay(), null, null);
  private static final int YEAR_END = (int) LocalDate.of(2026, 12, 31).toEpochDay();
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeyedOneInputStreamOperatorTestHarness<String, KpiPart, Compacted> harness;

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldTellADayOnceItIsOver() throws Exception {
    start(Samples.plan(), null);
    take(ALL, MONDAY, 3);
    harness.processWatermark(endOf(MONDAY) - 1);
    assertThat(told()).isEmpty();

    harness.processWatermark(endOf(MONDAY));
    assertThat(told()).containsExactly("2026-03-02 #1: 3");
  }

  @Test
  void shouldTellADayOnWhichNothingChangedToo() throws Exception {
    start(Samples.plan(), null);
    take(ALL, MONDAY, 3);
    harness.processWatermark(endOf(MONDAY + 2));

    assertThat(told()).containsExactly("2026-03-02 #1: 3", "2026-03-03 #1: 3", "2026-03-04 #1: 3");
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void shouldTellDaysAnewThatALateFactChanges() throws Exception {
    start(Samples.plan(), null);
    take(ALL, MONDAY, 3);
    harness.processWatermark(endOf(MONDAY + 1));
    take(ALL, MONDAY, -1);
    take(ALL, MONDAY, -1);
    harness.processWatermark(endOf(MONDAY + 1) + 1);

    assertThat(told())
        .containsExactly(
            "2026-03-02 #1: 3", "2026-03-03 #1: 3", "2026-03-02 #2: 1", "2026-03-03 #2: 1");
  }

  @Test
  void shouldGoOnFromASnapshot() throws Exception {
    start(Samples.plan(), null);
    take(ALL, MONDAY, 3);
    harness.processWatermark(endOf(MONDAY));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(Samples.plan(), snapshot);
    take(ALL, MONDAY + 1, 2);
    harness.processWatermark(endOf(MONDAY + 1));
    assertThat(told()).containsExactly("2026-03-03 #1: 5");
  }

  @Test
  void shouldFallSilentWhereNobodyIsLeft() throws Exception {
    start(Samples.plan(), null);
    take(ALL, MONDAY, 3);
    take(ALL, MONDAY + 1, -3);
    harness.processWatermark(endOf(MONDAY + 9));

    assertThat(told()).last().isEqualTo("2026-03-11 #1: 0");
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldFollowACohortForAYear() throws Exception {
    start(Samples.plan(), null);
    take(JANUARY, MONDAY, 3);
    harness.processWatermark(endOf(YEAR_END + 30));

    assertThat(told()).last().isEqualTo("2027-01-01 #1: 3");
    assertThat(harness.numEventTimeTimers()).isZero();
    take(JANUARY, YEAR_END + 2, -3);
    harness.processWatermark(endOf(YEAR_END + 40));
    assertThat(told()).last().isEqualTo("2027-01-01 #1: 3");
  }

  @Test
  void shouldTellTheLastDaysOfABoundedInputAtItsEnd() throws Exception {
    start(Samples.plan().boundedBy(MONDAY), null);
    take(ALL, MONDAY, 3);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(told()).containsExactly("2026-03-02 #1: 3", "2026-03-03 #1: 3");
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldEndNoDayAtTheEndOfAStream() throws Exception {
    start(Samples.plan(), null);
    take(ALL, MONDAY, 3);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(told()).isEmpty();
  }

  private void start(JobPlan plan, OperatorSubtaskState snapshot) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new KpiFunction(plan)),
            part -> part.slice().key(),
            Types.STRING);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.setup();
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void take(Slice slice, int day, long customers) throws Exception {
    harness.processElement(new KpiPart(slice, day, new Counts().add("stage/C", customers)), 0);
  }

  private List<String> told() {
    return harness.extractOutputValues().stream().map(KpiFunctionTest::inWords).toList();
  }

  private static String inWords(Compacted message) {
    try {
      JsonNode json = JSON.readTree(message.value());
      return "%s #%d: %d"
          .formatted(
              json.get("day").asText(), json.get("revision").asInt(), json.at("/stages/C").asInt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long endOf(int day) {
    return at(day + 1, "00:00");
  }
}
