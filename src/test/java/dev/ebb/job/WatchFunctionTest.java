package dev.ebb.job;

import static dev.ebb.job.Samples.ANNA;
import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static dev.ebb.job.Samples.closeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Dispatch;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.IndexTable;
import dev.ebb.ledger.LedgerHarness;
import dev.ebb.ledger.Measure;
import dev.ebb.ledger.TopArpu;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.LegalStop;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchFunctionTest {
  private static final String[] STATES = {"profile", "case", "waiting"};
  private static final long TRIGGERED_AT = 1_790_000_000_000L;
  private static final int DAYS_TO_EXPIRY = 5;

  /** The signal comes 30 days before the end: on the third day that is judged. */
  private static final int DAYS_TO_EXPIRY_PHASE = 32;

  private static final int YEARS = 3;
  private static final int YEAR = 365;

  private KeyedBroadcastOperatorTestHarness<String, LedgerFact, Control, Dispatch> harness;

  @BeforeEach
  void open() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldWaitForTheIndexOfTheDayBeforeItJudges() throws Exception {
    take(expiring());
    take(closed(MONDAY));
    assertThat(messages()).isEmpty();
    assertThat(KeyedStates.of(harness).counts(STATES)).containsExactly(1, 0, 1);

    harness.watermark(closeOf(MONDAY));
    assertThat(messages())
        .singleElement()
        .extracting(message -> message.signals().get(0).rule())
        .isEqualTo("expiry-7-days");
    assertThat(KeyedStates.of(harness).counts(STATES)).containsExactly(1, 1, 0);
  }

  @Test
  void shouldJudgeAtOnceWhereTheIndexIsHere() throws Exception {
    harness.watermark(at(MONDAY + 1, "00:00"));
    take(expiring());
    take(closed(MONDAY));
    assertThat(dispatches()).extracting(Dispatch::triggeredAt).containsExactly(TRIGGERED_AT);
    assertThat(KeyedStates.of(harness).count("waiting")).isZero();
  }

  @Test
  void shouldJudgeWaitingDaysInTheirOrder() throws Exception {
    List<LedgerFact> days = Arrays.asList(closed(MONDAY + 2), closed(MONDAY), closed(MONDAY + 1));
    for (LedgerFact day : days) {
      take(day);
    }
    harness.watermark(closeOf(MONDAY + 1));
    assertThat(judged()).containsExactly(MONDAY, MONDAY + 1);
    harness.watermark(closeOf(MONDAY + 2));
    assertThat(judged()).containsExactly(MONDAY, MONDAY + 1, MONDAY + 2);
  }

  @Test
  void shouldTakeAProfileBeforeWhatWasSaidAtTheSameInstant() {
    LedgerFact said = enquiry(expiring().at());

    assertThat(Stream.of(said, expiring()).sorted(WatchFunction.IN_TIME))
        .extracting(fact -> fact.passed().kind())
        .containsExactly(EventKind.PROFILE, EventKind.CARE);
  }

  @Test
  void shouldLetFreshNewsLeaveAtOnceWhateverTheWatermark() throws Exception {
    harness.setProcessingTime(at(MONDAY, "09:00"));
    take(enquiry(at(MONDAY, "08:30")));

    assertThat(messages()).extracting(CaseMessage::at).containsExactly(at(MONDAY, "08:30"));
  }

  @Test
  void shouldLetOldNewsWaitForItsDay() throws Exception {
    harness.setProcessingTime(at(MONDAY + 9, "09:00"));
    harness.watermark(at(MONDAY - 2, "08:30"));
    take(enquiry(at(MONDAY, "08:30")));
    assertThat(messages()).isEmpty();

    harness.watermark(at(MONDAY, "08:30"));
    assertThat(messages()).extracting(CaseMessage::state).containsExactly(CaseState.OPEN);
  }

  @Test
  void shouldNotLetOldNewsWaitForTheLastHoursOfItsDay() throws Exception {
    harness.setProcessingTime(at(MONDAY + 9, "09:00"));
    harness.watermark(at(MONDAY - 1, "08:30"));
    take(enquiry(at(MONDAY, "08:30")));

    assertThat(messages()).hasSize(1);
  }

  @Test
  void shouldNotLetAStopThatIsInForceWaitForTimeToCatchUp() throws Exception {
    harness.close();
    JobPlan plan = Samples.plan();
    start(
        null,
        new JobPlan(
            plan.ledger(),
            plan.watch().withLegalStop(LegalStop.SHIPPED.get("GB")),
            plan.rules(),
            plan.bindings(),
            plan.indexMinCustomers(),
            plan.dailyBudget(),
            null,
            true));
    harness.setProcessingTime(at(MONDAY + 9, "09:00"));
    harness.watermark(at(MONDAY - 2, "08:30"));
    Care request = new Care(Care.Kind.PORT_OUT_REQUEST, Care.Source.CUSTOMER, Map.of());
    take(LedgerFact.passed(Event.of(ANNA, at(MONDAY, "08:30"), 1, request), TRIGGERED_AT));
    take(enquiry(at(MONDAY, "08:30")));

    assertThat(messages()).extracting(CaseMessage::withheld).containsExactly(Withheld.LEGAL_STOP);
  }

  private static LedgerFact enquiry(long at) {
    Care care = new Care(Care.Kind.PORT_OUT_ENQUIRY, Care.Source.CUSTOMER, Map.of());
    return LedgerFact.passed(Event.of(ANNA, at, 1, care), TRIGGERED_AT);
  }

  @Test
  void shouldExpireACaseByItsTimerButNotAtTheEndOfInput() throws Exception {
    harness.watermark(at(MONDAY + 3, "00:00"));
    take(LedgerFact.passed(Samples.profile(ANNA, MONDAY, DAYS_TO_EXPIRY_PHASE), TRIGGERED_AT));
    for (int day = MONDAY; day < MONDAY + 3; day++) {
      take(closed(day));
    }
    assertThat(messages()).extracting(CaseMessage::state).containsExactly(CaseState.OPEN);
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    OperatorSubtaskState opened = harness.snapshot(1, 1);

    harness.watermark(Long.MAX_VALUE);
    assertThat(messages()).hasSize(1);

    harness.close();
    start(opened);
    harness.watermark(at(MONDAY + YEAR, "00:00"));
    assertThat(messages())
        .extracting(CaseMessage::state)
        .containsExactly(CaseState.RAISED, CaseState.EXPIRED);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldTellOfNoTimeThatHasNotComeWhenAProfileRunsAhead() throws Exception {
    long now = at(MONDAY + 1, "00:00");
    harness.watermark(now);
    take(expiring());
    take(closed(MONDAY));

    take(LedgerFact.passed(Samples.profile(ANNA, MONDAY + 40, YEAR), TRIGGERED_AT));

    assertThat(messages()).extracting(CaseMessage::state).last().isEqualTo(CaseState.CLEARED);
    assertThat(messages()).extracting(CaseMessage::at).allMatch(told -> told <= closeOf(MONDAY));
  }

  @Test
  void shouldLeaveNothingOfAnErasedCustomer() throws Exception {
    harness.watermark(at(MONDAY + 1, "00:00"));
    take(expiring());
    take(closed(MONDAY));
    take(LedgerFact.passed(Event.erase(ANNA, at(MONDAY + 1, "12:00")), TRIGGERED_AT));

    assertThat(messages()).extracting(CaseMessage::reason).last().isEqualTo("erased");
    assertThat(KeyedStates.of(harness).counts(STATES)).containsOnly(0);
    harness.watermark(at(MONDAY + YEAR, "00:00"));
    assertThat(messages()).hasSize(2);
    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(KeyedStates.of(harness).counts(STATES)).containsOnly(0);
  }

  @Test
  void shouldLeaveNothingOfAForgottenCustomerWithoutACase() throws Exception {
    harness.watermark(at(MONDAY + 1, "00:00"));
    take(closed(MONDAY));
    take(LedgerFact.forgotten(ANNA, closeOf(MONDAY + 400), TRIGGERED_AT));
    harness.watermark(closeOf(MONDAY + 400));
    assertThat(KeyedStates.of(harness).counts(STATES)).containsOnly(0);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void shouldGoOnFromASnapshotWithWhatWaitsAndWhatItWasTold() throws Exception {
    take(expiring());
    take(closed(MONDAY));
    harness.processBroadcastElement(usual("", MONDAY), 0);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(snapshot);
    assertThat(told()).isEqualTo(1);
    harness.watermark(closeOf(MONDAY));
    assertThat(judged()).containsExactly(MONDAY);
    assertThat(messages()).hasSize(1);
  }

  @Test
  void shouldStillKnowTheTopSpendersAfterARestart() throws Exception {
    TopArpu everybody = new TopArpu(null, Days.monthOf(MONDAY) - 1, 300, 0);
    harness.processBroadcastElement(Control.of(everybody), 0);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    start(snapshot);
    take(closed(MONDAY));
    harness.watermark(closeOf(MONDAY));
    assertThat(harness.getSideOutput(WatchFunction.SCORES))
        .extracting(score -> score.getValue().tier())
        .containsExactly(Tier.VALUED);
  }

  @Test
  void shouldNotRememberTheIndexForEver() throws Exception {
    for (int month = 0; month < YEARS * 12; month++) {
      harness.processBroadcastElement(Control.of(new TopArpu("north", month, 300, 1)), 0);
    }
    assertThat(told()).isEqualTo(IndexTable.MONTHS);
    for (int day = MONDAY; day < MONDAY + YEARS * YEAR; day++) {
      harness.processBroadcastElement(usual("north", day), 0);
    }
    assertThat(told()).isLessThan(YEAR / 2);
  }

  private void start(OperatorSubtaskState snapshot) throws Exception {
    start(snapshot, Samples.plan());
  }

  private void start(OperatorSubtaskState snapshot, JobPlan plan) throws Exception {
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new WatchFunction(plan), List.of(WatchFunction.CONTROL)),
            LedgerFact::customerId,
            Types.STRING,
            1,
            1,
            0);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.setup();
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void take(LedgerFact fact) throws Exception {
    harness.processElement(fact, fact.at());
  }

  private static LedgerFact expiring() {
    return LedgerFact.passed(Samples.profile(ANNA, MONDAY, DAYS_TO_EXPIRY), TRIGGERED_AT);
  }

  private static LedgerFact closed(int day) {
    LedgerHarness ledger = new LedgerHarness(Samples.plan().ledger());
    DayClosed closed =
        ledger.accept(Samples.call(ANNA, MONDAY)).watermark(closeOf(day)).out.lastClosed();
    return LedgerFact.closed(closed, TRIGGERED_AT);
  }

  private static Control usual(String region, int day) {
    double[] index = new double[Measure.COUNT];
    Arrays.fill(index, 1.0);
    return new Control(Control.Kind.INDEX, region, day, 1_000, index);
  }

  /** Contactable and withheld. */
  private List<Dispatch> dispatches() {
    List<Dispatch> all = new ArrayList<>(harness.extractOutputValues());
    var withheld = harness.getSideOutput(WatchFunction.WITHHELD);
    if (withheld != null) {
      withheld.stream().map(StreamRecord::getValue).forEach(all::add);
    }
    return all;
  }

  private List<CaseMessage> messages() {
    return dispatches().stream().map(Dispatch::message).toList();
  }

  private List<Integer> judged() {
    return harness.getSideOutput(WatchFunction.SCORES).stream()
        .map(score -> score.getValue().day())
        .toList();
  }

  private int told() throws Exception {
    int count = 0;
    for (var entry : harness.getBroadcastState(WatchFunction.CONTROL).entries()) {
      assertThat(entry.getValue().key()).isEqualTo(entry.getKey());
      count++;
    }
    return count;
  }
}
