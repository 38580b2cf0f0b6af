package dev.ebb.job;

import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.Measure;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // indexes by measure
class BaseIndexFunctionTest {
  private static final int WEEK = 7;
  private static final int QUIET_DAYS = 35;
  private static final String NORTH = "north";

  private KeyedOneInputStreamOperatorTestHarness<String, RegionUse, Control> harness;

  @BeforeEach
  void open() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldTellOfADayOnWhichNothingArrived() throws Exception {
    twoUsualWeeks(NORTH);
    harness.processWatermark(endOf(MONDAY + 2 * WEEK));

    assertThat(harness.extractOutputValues()).extracting(Control::region).containsOnly(NORTH);
    assertThat(indexOf(MONDAY + WEEK)).isEqualTo(1.0);
    assertThat(indexOf(MONDAY + 2 * WEEK)).isZero();
  }

  @Test
  void shouldTellADayOnlyWhenItIsOver() throws Exception {
    harness.processElement(use(NORTH, MONDAY, 10), 0);
    harness.processWatermark(endOf(MONDAY) - 1);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.processWatermark(endOf(MONDAY));
    assertThat(harness.extractOutputValues()).extracting(Control::day).containsExactly(MONDAY);
  }

  @Test
  void shouldSayNothingOfARegionWithTooFewCustomers() throws Exception {
    harness.processElement(use(NORTH, MONDAY, 1), 0);
    harness.processWatermark(endOf(MONDAY + 2));
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void shouldLeaveAQuietRegionAloneUntilThereIsUseAgain() throws Exception {
    harness.processElement(use(NORTH, MONDAY, 10), 0);
    harness.processWatermark(endOf(MONDAY + 2 * QUIET_DAYS));
    assertThat(harness.extractOutputValues()).hasSize(QUIET_DAYS + 1);
    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(KeyedStates.of(harness).counts("index", "newest", "due")).containsExactly(1, 1, 0);

    harness.processElement(use(NORTH, MONDAY + 2 * QUIET_DAYS + 1, 0), 0);
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void shouldGoOnFromASnapshot() throws Exception {
    twoUsualWeeks(NORTH);
    harness.processWatermark(endOf(MONDAY + WEEK));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(snapshot);
    harness.processWatermark(endOf(MONDAY + 2 * WEEK));
    assertThat(harness.extractOutputValues()).hasSize(WEEK);
    assertThat(indexOf(MONDAY + 2 * WEEK)).isZero();
  }

  private void start(OperatorSubtaskState snapshot) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new BaseIndexFunction(Samples.plan())),
            RegionUse::region,
            Types.STRING);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.setup();
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void twoUsualWeeks(String region) throws Exception {
    for (int day = MONDAY; day < MONDAY + 2 * WEEK; day++) {
      harness.processElement(use(region, day, day == MONDAY ? 10 : 0), 0);
    }
  }

  private static RegionUse use(String region, int day, int newCustomers) {
    long[] amounts = new long[Measure.COUNT];
    amounts[Measure.VOICE_OUT.ordinal()] = 1_000;
    return new RegionUse(region, day, amounts, newCustomers);
  }

  private double indexOf(int day) {
    List<Control> told =
        harness.extractOutputValues().stream().filter(control -> control.day() == day).toList();
    assertThat(told).hasSize(1);
    return told.get(0).index()[Measure.VOICE_OUT.ordinal()];
  }

  private static long endOf(int day) {
    return at(day + 1, "00:00");
  }
}
