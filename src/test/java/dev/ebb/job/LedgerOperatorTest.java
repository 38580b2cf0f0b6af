package dev.ebb.job;

import static dev.ebb.job.Samples.ANNA;
import static dev.ebb.job.Samples.BERT;
import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static dev.ebb.job.Samples.call;
import static dev.ebb.job.Samples.closeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.RejectReason;
import dev.ebb.ledger.BundleSettings;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Measure;
import dev.ebb.risk.ArpuHistogram;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerOperatorTest {
  private static final String[] STATES = {"today", "ring", "seen-0", "seen-1"};
  private static final int MARCH_1 = MONDAY - 1;
  private static final int RING_DAYS = 91;
  private static final int END_OF_LIFE_DAYS = 400;

  private KeyedOneInputStreamOperatorTestHarness<String, Event, LedgerFact> harness;

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldCloseEachDayOnceAndKeepOneTimer() throws Exception {
    start(Samples.plan());
    take(call(ANNA, MONDAY));
    harness.processWatermark(closeOf(MONDAY) - 1);
    assertThat(closedDays()).isEmpty();
    take(call(ANNA, MONDAY + 1));
    harness.processWatermark(closeOf(MONDAY + 2));

    assertThat(closedDays())
        .extracting(DayClosed::day)
        .containsExactly(MONDAY, MONDAY + 1, MONDAY + 2);
    assertThat(closedDays().get(1).history().value(Measure.VOICE_OUT, MONDAY + 1)).isEqualTo(60);
    assertThat(counts("today", "ring")).containsExactly(1, 1);
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void shouldSendTheUseOfADayBeforeTheWatermarkThatClosesIt() throws Exception {
    OneLine line = new OneLine();
    start(Samples.plan(), line, null);
    take(call(ANNA, MONDAY));
    assertThat(line.met()).isEmpty();

    harness.processWatermark(closeOf(MONDAY));
    assertThat(line.met()).containsExactly("region-use", "fact", "watermark");
  }

  @Test
  void shouldSendWhatAMonthsCloseTellsOfTheRegionBeforeTheWatermarkThatCausedIt() throws Exception {
    OneLine line = new OneLine();
    start(Samples.plan(), line, null);
    take(Event.of(EventKind.CHARGE, ANNA, at(MARCH_1, "10:00"), 1, 4_800));
    harness.processWatermark(closeOf(MARCH_1 + 29));
    assertThat(line.met()).doesNotContain("region-arpu");

    harness.processWatermark(closeOf(MARCH_1 + 30));
    assertThat(line.met()).endsWith("fact", "region-arpu", "watermark");
  }

  @Test
  void shouldSendWhatTheKnownMonthsTellOfSpend() throws Exception {
    start(Samples.plan());
    take(Event.of(EventKind.CHARGE, ANNA, at(MARCH_1, "10:00"), 1, 4_800));
    take(call(BERT, MARCH_1));
    harness.processWatermark(closeOf(MARCH_1 + 30));

    ArpuHistogram anna = new ArpuHistogram();
    anna.add(4_800);
    assertThat(harness.getSideOutput(LedgerOperator.REGION_ARPU))
        .singleElement()
        .extracting(record -> record.getValue().arpu().pack())
        .isEqualTo(anna.pack());
  }

  @Test
  @SuppressWarnings("EnumOrdinal") // amounts are by measure
  void shouldSendTheUseBeforeACheckpointSoThatItIsNotLost() throws Exception {
    start(Samples.plan());
    take(call(ANNA, MONDAY));
    harness.prepareSnapshotPreBarrier(1);
    assertThat(harness.getSideOutput(LedgerOperator.REGION_USE))
        .singleElement()
        .extracting(record -> record.getValue().amounts()[Measure.VOICE_OUT.ordinal()])
        .isEqualTo(60L);
  }

  @Test
  void shouldKeepNothingButAMarkerOfAnErasedCustomer() throws Exception {
    start(Samples.plan());
    take(call(ANNA, MONDAY));
    harness.processWatermark(closeOf(MONDAY));
    take(Event.erase(ANNA, at(MONDAY + 1, "12:00")));
    assertThat(counts(STATES)).containsExactly(1, 0, 0, 0);

    take(call(ANNA, MONDAY + 1));
    assertThat(rejected()).extracting(Rejected::reason).containsExactly(RejectReason.ERASED);
    assertThat(counts(STATES)).containsExactly(1, 0, 0, 0);

    int facts = harness.extractOutputValues().size();
    harness.processWatermark(closeOf(MONDAY + 1 + RING_DAYS));
    assertThat(counts(STATES)).containsOnly(0);
    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(harness.extractOutputValues()).hasSize(facts);
  }

  @Test
  void shouldLeaveNothingOfACustomerAtTheEndOfLife() throws Exception {
    start(Samples.plan());
    take(call(ANNA, MONDAY));
    harness.processWatermark(closeOf(MONDAY + END_OF_LIFE_DAYS));

    assertThat(harness.extractOutputValues())
        .last()
        .extracting(LedgerFact::kind, LedgerFact::customerId)
        .containsExactly(LedgerFact.Kind.FORGOTTEN, ANNA);
    assertThat(counts(STATES)).containsOnly(0);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldCloseNothingAtTheEndOfAStream() throws Exception {
    start(Samples.plan());
    take(call(ANNA, MONDAY));
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldCloseTheLastDayOfABoundedInputAtItsEnd() throws Exception {
    start(Samples.plan().boundedBy(MONDAY + 1));
    take(call(ANNA, MONDAY));
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(closedDays()).extracting(DayClosed::day).containsExactly(MONDAY, MONDAY + 1);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,1", "100,100"})
  void shouldGoOnFromASnapshot(int held, int unwritten) throws Exception {
    JobPlan plan = Samples.plan(new BundleSettings(held, unwritten));
    start(plan);
    take(call(ANNA, MONDAY));
    take(call(BERT, MONDAY));
    harness.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    take(call(ANNA, at(MONDAY, "10:30"), 6));
    take(call(BERT, at(MONDAY, "10:30"), 6));
    harness.close();

    start(plan, null, snapshot);
    take(call(ANNA, MONDAY));
    take(call(ANNA, at(MONDAY, "11:00"), 7));
    take(call(BERT, at(MONDAY, "10:30"), 6));
    take(call(BERT, at(MONDAY, "11:00"), 7));
    harness.processWatermark(closeOf(MONDAY));
    assertThat(closedDays())
        .extracting(DayClosed::customerId, day -> day.history().value(Measure.VOICE_OUT, MONDAY))
        .containsExactlyInAnyOrder(tuple(ANNA, 120L), tuple(BERT, 180L));
  }

  private void start(JobPlan plan) throws Exception {
    start(plan, null, null);
  }

  private void start(JobPlan plan, OneLine line, OperatorSubtaskState snapshot) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new LedgerOperator(plan), Event::customerId, Types.STRING);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    if (line != null) {
      harness.setOutputCreator(serializer -> line);
    }
    harness.setup();
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  /** What a checkpoint would hold. */
  private long[] counts(String... states) throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    return KeyedStates.of(harness).counts(states);
  }

  private void take(Event event) throws Exception {
    harness.processElement(event, event.at());
  }

  private List<DayClosed> closedDays() {
    return harness.extractOutputValues().stream()
        .filter(fact -> fact.kind() == LedgerFact.Kind.CLOSED)
        .map(LedgerFact::closed)
        .toList();
  }

  private List<Rejected> rejected() {
    return harness.getSideOutput(LedgerOperator.REJECTED).stream()
        .map(StreamRecord::getValue)
        .toList();
  }
}
