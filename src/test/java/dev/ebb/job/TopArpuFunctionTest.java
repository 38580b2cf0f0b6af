package dev.ebb.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.Days;
import dev.ebb.ledger.IndexTable;
import dev.ebb.risk.ArpuHistogram;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopArpuFunctionTest {
  private static final int MARCH = 2026 * 12 + 2;
  private static final int APRIL_1 = (int) LocalDate.of(2026, 4, 1).toEpochDay();
  private static final String NORTH = "north";

  private KeyedOneInputStreamOperatorTestHarness<String, RegionArpu, Control> harness;

  @BeforeEach
  void open() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldTellWhereTheTopTenthBeginsBeforeTheNextMonthIsJudged() throws Exception {
    harness.processElement(spent(NORTH, MARCH, 1, 150), 0);
    harness.processElement(spent(NORTH, MARCH, 151, 300), 0);
    harness.processWatermark(endOf(APRIL_1) - 1);
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.processWatermark(endOf(APRIL_1));
    assertThat(topOf(NORTH, APRIL_1)).isBetween(271L, 273L);
    assertThat(topOf(NORTH, APRIL_1 + 29)).isEqualTo(topOf(NORTH, APRIL_1));
    assertThat(topOf(NORTH, APRIL_1 - 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(topOf(NORTH, APRIL_1 + 30)).isEqualTo(Long.MAX_VALUE);
    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(KeyedStates.of(harness).counts("months")).containsExactly(0);
  }

  @Test
  void shouldSayNothingOfARegionWithTooFewCustomersAndFallBackOnTheNetwork() throws Exception {
    harness.processElement(spent(NORTH, MARCH, 1, 199), 0);
    harness.processElement(spent(RegionUse.NETWORK, MARCH, 1_001, 1_200), 0);
    harness.processWatermark(endOf(APRIL_1));

    assertThat(harness.extractOutputValues()).extracting(Control::region).containsExactly("");
    assertThat(topOf(NORTH, APRIL_1)).isEqualTo(topOf(null, APRIL_1)).isBetween(1_181L, 1_190L);
  }

  @Test
  void shouldGoOnFromASnapshot() throws Exception {
    harness.processElement(spent(NORTH, MARCH, 1, 150), 0);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(snapshot);
    harness.processElement(spent(NORTH, MARCH, 151, 300), 0);
    harness.processWatermark(endOf(APRIL_1));
    assertThat(topOf(NORTH, APRIL_1)).isBetween(271L, 273L);
  }

  @Test
  void shouldLeaveOutWhatComesAfterTheMonthWasTold() throws Exception {
    harness.processElement(spent(NORTH, MARCH, 1, 300), 0);
    harness.processWatermark(endOf(APRIL_1));
    harness.processElement(spent(NORTH, MARCH, 1, 300), 0);
    harness.processWatermark(endOf(APRIL_1 + 1));

    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  private long topOf(String region, int day) {
    IndexTable table = new IndexTable();
    List<Control> told = harness.extractOutputValues();
    told.forEach(control -> control.into(table));
    return table.topArpu(region, day);
  }

  private static RegionArpu spent(String region, int month, long from, long to) {
    ArpuHistogram arpu = new ArpuHistogram();
    LongStream.rangeClosed(from, to).forEach(arpu::add);
    return new RegionArpu(region, month, arpu);
  }

  private static long endOf(int day) {
    return new Days(Samples.ZONE).endOf(day);
  }

  private void start(OperatorSubtaskState snapshot) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new TopArpuFunction(Samples.plan())),
            RegionArpu::region,
            Types.STRING);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.setup();
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }
}
