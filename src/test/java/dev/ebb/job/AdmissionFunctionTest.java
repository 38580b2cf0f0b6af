package dev.ebb.job;

import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ebb.codec.Dispatch;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Aside;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.ContactPolicy;
import dev.ebb.retention.WatchSettings;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Stage;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionFunctionTest {
  private static final int PER_DAY = 2;
  private static final long TRIGGERED_AT = 7;

  private OneInputStreamOperatorTestHarness<Dispatch, Dispatch> harness;

  @BeforeEach
  void open() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldWithholdWhatTheBudgetDoesNotCover() throws Exception {
    for (String alert : List.of("a", "b", "c", "d")) {
      take(alert, MONDAY);
    }
    assertThat(admitted()).containsExactly("a", "b");
    assertThat(refused())
        .extracting(CaseMessage::alertId, CaseMessage::state, CaseMessage::withheld)
        .containsExactly(
            tuple("c", CaseState.WITHHELD, Withheld.BUDGET),
            tuple("d", CaseState.WITHHELD, Withheld.BUDGET));
    assertThat(harness.extractOutputValues())
        .extracting(Dispatch::triggeredAt)
        .containsOnly(TRIGGERED_AT);
  }

  @Test
  void shouldRememberTheDaysBudgetAcrossARestore() throws Exception {
    take("a", MONDAY);
    take("b", MONDAY);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(snapshot);
    take("c", MONDAY);
    take("a", MONDAY);
    assertThat(admitted()).containsExactly("a");
    assertThat(refused()).extracting(CaseMessage::alertId).containsExactly("c");

    take("c", MONDAY + 1);
    assertThat(admitted()).containsExactly("a", "c");
  }

  @Test
  void shouldCallOnlyOneOfAHouseholdAlsoAfterARestore() throws Exception {
    takeOf("Anna", "H-1");
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(snapshot);
    takeOf("Bert", "H-1");
    takeOf("Carl", "H-2");
    assertThat(admitted()).containsExactly("Carl");
    assertThat(refused()).extracting(CaseMessage::withheld).containsExactly(Withheld.HOUSEHOLD);
  }

  private void takeOf(String customer, String household) throws Exception {
    CaseMessage message =
        message(customer, customer, at(MONDAY, "12:00"))
            .with(new Aside(household, null, false, 0, Long.MAX_VALUE));
    harness.processElement(new Dispatch(message, TRIGGERED_AT), 0);
  }

  private void start(OperatorSubtaskState snapshot) throws Exception {
    JobPlan plan = Samples.plan();
    WatchSettings watch = plan.watch().withPolicy(ContactPolicy.DEFAULT);
    JobPlan frugal =
        new JobPlan(plan.ledger(), watch, plan.rules(), plan.bindings(), 1, PER_DAY, null, false);
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new AdmissionFunction(frugal)));
    harness.setup();
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void take(String alert, int day) throws Exception {
    harness.processElement(new Dispatch(message(alert, at(day, "12:00")), TRIGGERED_AT), 0);
  }

  private List<String> admitted() {
    return harness.extractOutputValues().stream()
        .map(dispatch -> dispatch.message().alertId())
        .toList();
  }

  private List<CaseMessage> refused() {
    return harness.getSideOutput(AdmissionFunction.REFUSED).stream()
        .map(StreamRecord::getValue)
        .map(Dispatch::message)
        .toList();
  }

  private static CaseMessage message(String alert, long at) {
    return message(alert, Samples.ANNA, at);
  }

  private static CaseMessage message(String alert, String customer, long at) {
    return new CaseMessage(
        alert,
        1,
        customer,
        CaseState.OPEN,
        null,
        at,
        at,
        .4,
        null,
        100,
        Stage.DECLINE,
        at,
        List.of(),
        null,
        null,
        true,
        null,
        CaseMessage.Aside.NONE);
  }
}
