package dev.ebb.job;

import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Dispatch;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Aside;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.Slice;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Stage;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadTimesTest {
  private static final String ANNA = "Anna";
  private static final Slice ALL = new Slice(Slice.EVERYBODY, null, null);
  private static final long NOON = at(MONDAY, "12:00");

  private KeyedTwoInputStreamOperatorTestHarness<String, Dispatch, Leaver, KpiFact> harness;

  @BeforeEach
  void open() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldCountFromTheFirstAlertThatWasLetOut() throws Exception {
    alert(NOON, null, null);
    alert(at(MONDAY + 1, "12:00"), null, "daily");
    leaves(MONDAY + 9);
    passes(MONDAY + 10);

    assertThat(harness.extractOutputValues())
        .containsExactly(new KpiFact(ALL, MONDAY + 9, "lead/8", 1));
  }

  @Test
  void shouldNotCountFromACaseThatTheBudgetHadNoCallFor() throws Exception {
    alert(NOON, Withheld.BUDGET, null);
    alert(at(MONDAY + 1, "12:00"), Withheld.BUDGET, "daily");
    leaves(MONDAY + 9);
    passes(MONDAY + 10);

    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void shouldWaitForAlertsWhichTakeTheLongerWay() throws Exception {
    leaves(MONDAY + 9);
    alert(NOON, null, null);
    passes(MONDAY + 8);
    assertThat(harness.extractOutputValues()).isEmpty();

    passes(MONDAY + 10);
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void shouldGoOnAfterARestart() throws Exception {
    alert(NOON, null, null);
    leaves(MONDAY + 9);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(snapshot);
    passes(MONDAY + 10);
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void shouldForgetWhoIsErasedAndWhatIsTooOldToMatter() throws Exception {
    alert(NOON, null, null);
    passes(MONDAY + 1);
    harness.processElement2(Leaver.forgotten(ANNA, at(MONDAY + 1, "12:00")), 0);
    leaves(MONDAY + 9);
    passes(MONDAY + 10);
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numKeyedStateEntries()).isZero();

    alert(at(MONDAY + 10, "13:00"), null, null);
    passes(MONDAY + 102);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldKeepNothingOfWhoIsErasedLongerThanAnAlertIsOnItsWay() throws Exception {
    alert(NOON, null, null);
    alert(NOON + 1, null, null);
    assertThat(harness.numEventTimeTimers()).as("one for the span").isEqualTo(1);
    leaves(MONDAY + 9);
    harness.processElement2(Leaver.forgotten(ANNA, at(MONDAY + 1, "12:00")), 0);
    alert(at(MONDAY + 1, "11:59"), null, null);
    assertThat(harness.numEventTimeTimers()).as("one for the erasure").isEqualTo(1);

    passes(MONDAY + 2);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldCountWhoComesBackAfterAnErasure() throws Exception {
    harness.processElement2(Leaver.forgotten(ANNA, NOON), 0);
    alert(NOON + 1, null, null);
    leaves(MONDAY + 9);
    passes(MONDAY + 10);

    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  private void start(OperatorSubtaskState snapshot) throws Exception {
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new LeadTimes(Samples.plan())),
            dispatch -> dispatch.message().customerId(),
            Leaver::customerId,
            Types.STRING);
    harness.setup();
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void alert(long at, Withheld withheld, String reason) throws Exception {
    CaseMessage message =
        new CaseMessage(
            "a",
            1,
            ANNA,
            withheld == null ? CaseState.OPEN : CaseState.WITHHELD,
            reason,
            NOON,
            at,
            0.3,
            null,
            10,
            Stage.CLIMAX,
            at,
            List.of(),
            null,
            withheld,
            true,
            null,
            Aside.NONE);
    harness.processElement1(new Dispatch(message, 7), 0);
  }

  /** Gone at midnight, told at noon. */
  private void leaves(int day) throws Exception {
    harness.processElement2(new Leaver(ANNA, at(day, "00:00"), at(day, "12:00"), List.of(ALL)), 0);
  }

  private void passes(int day) throws Exception {
    Watermark watermark = new Watermark(at(day, "12:00"));
    harness.processBothWatermarks(watermark);
  }
}
