package dev.ebb.retention;

import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.retention.CaseMessage.Aside;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Text;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of cases for which the day's budget has no call: a message, or a call later. */
class LateAdmissionTest {
  private static final long NOON = noonOf(MONDAY);
  private static final long DAY = 24 * HOUR;
  private static final long ACT_BY = NOON + 3 * DAY;

  private final Admission admission = new Admission(SHANGHAI, AlertBudget.of(1), Duration.ZERO);

  @Test
  void shouldRecommendAMessageWhereTheBudgetHasNoCall() {
    assertThat(decide("a", "sms", NOON).recommended().channel()).isEqualTo("account-manager");

    CaseMessage over = decide("b", "sms", NOON);
    assertThat(over.withheld()).isEqualTo(Withheld.BUDGET);
    assertThat(over.recommended().channel()).isEqualTo("sms");
    assertThat(over.recommended().playbook()).isEqualTo("P4");
  }

  @Test
  void shouldKeepTheChannelOfAPlaybookWithoutMessages() {
    decide("a", null, NOON);

    assertThat(decide("b", null, NOON).recommended().channel()).isEqualTo("account-manager");
  }

  @Test
  void shouldGiveACaseThatIsAdmittedLateItsFullTime() {
    decide("a", null, NOON);
    decide("b", null, NOON);

    CaseMessage late = decide("b", null, NOON + DAY);
    assertThat(late.isContactable()).isTrue();
    assertThat(late.reason()).isNull();
    assertThat(late.actBy()).isEqualTo(ACT_BY + DAY);

    CaseMessage inTime = decide("b", Reason.OVERDUE, ACT_BY, ACT_BY);
    assertThat(inTime.reason()).as("not late by its new act-by").isEqualTo(Reason.DAILY);
    assertThat(inTime.actBy()).isEqualTo(ACT_BY + DAY);
  }

  @Test
  void shouldTellWhoIsLateByTheirOwnTimeOnce() {
    decide("a", null, NOON);
    decide("b", null, NOON);
    decide("b", null, NOON + DAY);

    assertThat(decide("b", Reason.DAILY, ACT_BY + DAY - 1, ACT_BY).reason())
        .isEqualTo(Reason.DAILY);
    assertThat(decide("b", Reason.DAILY, ACT_BY + DAY, ACT_BY).reason()).isEqualTo(Reason.OVERDUE);
    assertThat(decide("b", Reason.DAILY, ACT_BY + 2 * DAY, ACT_BY).reason())
        .isEqualTo(Reason.DAILY);
  }

  @Test
  void shouldCallLateWhoWasTakenAndNotTried() {
    decide("a", null, NOON);
    decide("b", null, NOON);
    decide("b", null, NOON + DAY);
    admission.decide(message("b", CaseState.CLAIMED, "claimed", NOON + DAY + HOUR, ACT_BY));
    admission.decide(message("b", CaseState.RAISED, "released", NOON + DAY + 2 * HOUR, ACT_BY));

    assertThat(decide("b", Reason.NEW_SIGNAL, ACT_BY + DAY, ACT_BY).reason())
        .isEqualTo(Reason.NEW_SIGNAL);
    assertThat(decide("b", Reason.DAILY, ACT_BY + DAY + 1, ACT_BY).reason())
        .isEqualTo(Reason.OVERDUE);
  }

  @Test
  void shouldNotCallLateWhoWasTriedInTime() {
    decide("a", null, NOON);
    decide("b", null, NOON);
    decide("b", null, NOON + DAY);
    admission.decide(message("b", CaseState.CLAIMED, "attempted", NOON + DAY + HOUR, ACT_BY));

    assertThat(decide("b", Reason.DAILY, ACT_BY + DAY, ACT_BY).reason()).isEqualTo(Reason.DAILY);
  }

  @Test
  void shouldNotCallLateWhatMayNotBeWorked() {
    decide("a", null, NOON);
    decide("b", null, NOON);

    CaseMessage refused = decide("b", Reason.OVERDUE, NOON + HOUR, ACT_BY);
    assertThat(refused.withheld()).isEqualTo(Withheld.BUDGET);
    assertThat(refused.reason()).isEqualTo(Reason.DAILY);
  }

  @Test
  void shouldNotPutOffWhatIsNewlyUrgent() {
    decide("a", null, NOON);
    decide("b", null, NOON);
    decide("b", null, NOON + DAY);

    long urgent = NOON + DAY + 4 * HOUR;
    CaseMessage news = decide("b", Reason.NEW_SIGNAL, NOON + DAY + HOUR, urgent);
    assertThat(news.actBy()).isEqualTo(urgent);
    assertThat(news.reason()).isEqualTo(Reason.NEW_SIGNAL);
  }

  @Test
  void shouldAdmitNobodyWhoseCaseWouldExpireBeforeItsFullTime() {
    decide("a", null, NOON);
    decide("b", null, NOON);

    assertThat(decide("c", null, NOON + 2 * DAY + 1).withheld()).isEqualTo(Withheld.BUDGET);
    assertThat(decide("b", null, NOON + 2 * DAY).isContactable()).isTrue();
  }

  @Test
  void shouldKeepTheFreshActByAcrossARestart() {
    decide("a", null, NOON);
    decide("b", null, NOON);
    decide("b", null, NOON + DAY);
    Admission restarted = new Admission(SHANGHAI, AlertBudget.of(1), Duration.ZERO);
    restarted.unpack(admission.pack());

    CaseMessage daily = message("b", CaseState.RAISED, Reason.DAILY, NOON + 2 * DAY, ACT_BY);
    assertThat(restarted.decide(daily).actBy()).isEqualTo(ACT_BY + DAY);
  }

  private CaseMessage decide(String customer, String selfService, long at) {
    Aside aside = new Aside(null, selfService, false, ACT_BY - NOON, ACT_BY + 2 * DAY);
    return admission.decide(message(customer, CaseState.OPEN, null, at, ACT_BY).with(aside));
  }

  private CaseMessage decide(String customer, String reason, long at, long actBy) {
    Aside aside = new Aside(null, null, false, ACT_BY - NOON, ACT_BY + 2 * DAY);
    return admission.decide(message(customer, CaseState.RAISED, reason, at, actBy).with(aside));
  }

  /** A customer's only case, to be worked by their account manager. */
  static CaseMessage message(String customer, CaseState state, String reason, long at, long actBy) {
    return new CaseMessage(
        "case of " + customer,
        1,
        customer,
        state,
        reason,
        NOON,
        at,
        .3,
        new Value(12_800, Tier.VALUED),
        10,
        Stage.CLIMAX,
        actBy,
        List.of(),
        new Recommended(
            7, "P4", "account-manager", null, null, new Text("Hi", "你好"), List.of(), List.of()),
        null,
        true,
        null,
        CaseMessage.Aside.NONE);
  }
}
