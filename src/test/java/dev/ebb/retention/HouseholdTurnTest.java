package dev.ebb.retention;

import static dev.ebb.retention.LateAdmissionTest.message;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.retention.CaseMessage.Aside;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One call per household. */
class HouseholdTurnTest {
  private static final long NOON = noonOf(MONDAY);
  private static final long DAY = 24 * HOUR;
  private static final int REST_DAYS = 5;

  private Admission admission = admission(REST_DAYS);

  @Test
  void shouldCallOnlyOneOfAHousehold() {
    assertThat(open("mother", "H-1", NOON).isContactable()).isTrue();

    CaseMessage second = open("son", "H-1", NOON + HOUR);
    assertThat(second.withheld()).isEqualTo(Withheld.HOUSEHOLD);
    assertThat(second.state()).isEqualTo(CaseState.WITHHELD);
    assertThat(open("neighbour", "H-2", NOON + HOUR).isContactable()).isTrue();
    assertThat(open("hermit", null, NOON + HOUR).isContactable()).isTrue();
    assertThat(open("other hermit", null, NOON + HOUR).isContactable()).isTrue();
  }

  @Test
  void shouldTellTheOtherOnceTheTurnIsOver() {
    open("mother", "H-1", NOON);
    open("son", "H-1", NOON);

    long free = NOON + REST_DAYS * DAY;
    assertThat(decide("son", "H-1", CaseState.RAISED, free - 1).isContactable()).isFalse();
    CaseMessage told = decide("son", "H-1", CaseState.RAISED, free);
    assertThat(told.isContactable()).isTrue();
    assertThat(told.state()).isEqualTo(CaseState.OPEN);
    assertThat(open("daughter", "H-1", free).withheld()).isEqualTo(Withheld.HOUSEHOLD);
  }

  @Test
  void shouldNotLetACustomerWaitForThemselves() {
    open("mother", "H-1", NOON);
    decide("mother", "H-1", CaseState.CLEARED, NOON + HOUR);

    assertThat(open("mother", "H-1", NOON + DAY).isContactable()).isTrue();
  }

  @Test
  void shouldLetAWorkedCaseGoOnWhileItsTurnPassesOn() {
    open("mother", "H-1", NOON);
    long free = NOON + REST_DAYS * DAY;
    open("son", "H-1", free);

    assertThat(decide("mother", "H-1", CaseState.CONTACTED, free + 1).isContactable()).isTrue();
  }

  @Test
  void shouldEndWhatWasNeverAdmittedWhereItWasTold() {
    open("mother", "H-1", NOON);
    open("son", "H-1", NOON);

    CaseMessage end = decide("son", "H-1", CaseState.EXPIRED, NOON + (REST_DAYS + 1) * DAY);
    assertThat(end.withheld()).isEqualTo(Withheld.HOUSEHOLD);
    assertThat(end.state()).isEqualTo(CaseState.EXPIRED);
    assertThat(decide("mother", "H-1", CaseState.CLEARED, NOON + DAY).isContactable()).isTrue();
  }

  @Test
  void shouldNeitherHoldBackWhatIsOwedNorLetItTakeATurn() {
    Aside owed = new Aside("H-1", null, true, 0, Long.MAX_VALUE);
    assertThat(decide("mother", owed).isContactable()).isTrue();
    assertThat(open("son", "H-1", NOON).isContactable()).isTrue();
    assertThat(decide("daughter", owed).isContactable()).isTrue();
  }

  @Test
  void shouldSpendNoBudgetOnAHouseholdThatRests() {
    admission = new Admission(SHANGHAI, AlertBudget.of(2), Duration.ofDays(1));
    open("mother", "H-1", NOON);
    open("son", "H-1", NOON);

    assertThat(open("hermit", null, NOON).isContactable()).isTrue();
    assertThat(open("late", null, NOON).withheld()).isEqualTo(Withheld.BUDGET);
  }

  @Test
  void shouldAdmitNobodyWhoseCaseWouldExpireBeforeItsFullTime() {
    open("mother", "H-1", NOON);
    Aside ending = new Aside("H-1", null, false, DAY, NOON + REST_DAYS * DAY + DAY);
    CaseMessage son = message("son", CaseState.OPEN, null, NOON, NOON + DAY).with(ending);
    admission.decide(son);

    long free = NOON + REST_DAYS * DAY;
    CaseMessage late = message("son", CaseState.RAISED, "daily", free + 1, NOON + DAY);
    assertThat(admission.decide(late.with(ending)).withheld()).isEqualTo(Withheld.HOUSEHOLD);
    CaseMessage inTime = message("son", CaseState.RAISED, "daily", free, NOON + DAY);
    assertThat(admission.decide(inTime.with(ending)).actBy()).isEqualTo(free + DAY);
  }

  @Test
  void shouldNotMindHouseholdsWithoutARest() {
    admission = admission(0);

    open("mother", "H-1", NOON);
    assertThat(open("son", "H-1", NOON).isContactable()).isTrue();
  }

  @Test
  void shouldRememberWhoseTurnItIsAfterARestart() {
    open("mother", "H-1", NOON);
    open("son", "H-1", NOON);
    byte[] packed = admission.pack();
    admission = admission(REST_DAYS);
    admission.unpack(packed);

    assertThat(admission.pack()).isEqualTo(packed);
    assertThat(open("daughter", "H-1", NOON + DAY).withheld()).isEqualTo(Withheld.HOUSEHOLD);
    assertThat(decide("mother", "H-1", CaseState.RAISED, NOON + DAY).isContactable()).isTrue();
    assertThat(decide("son", "H-1", CaseState.CLEARED, NOON + 9 * DAY).withheld())
        .isEqualTo(Withheld.HOUSEHOLD);
  }

  private CaseMessage open(String customer, String household, long at) {
    return decide(customer, household, CaseState.OPEN, at);
  }

  private CaseMessage decide(String customer, String household, CaseState state, long at) {
    Aside aside = new Aside(household, null, false, 0, Long.MAX_VALUE);
    return admission.decide(message(customer, state, null, at, at + 3 * DAY).with(aside));
  }

  private CaseMessage decide(String customer, Aside aside) {
    return admission.decide(message(customer, CaseState.OPEN, null, NOON, NOON + DAY).with(aside));
  }

  private static Admission admission(int restDays) {
    return new Admission(SHANGHAI, AlertBudget.UNLIMITED, Duration.ofDays(restDays));
  }
}
