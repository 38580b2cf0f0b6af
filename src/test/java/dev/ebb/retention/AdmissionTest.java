package dev.ebb.retention;

import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The daily alert budget. */
class AdmissionTest {
  private static final long NOON = noonOf(MONDAY);
  private static final long DAY = 24 * HOUR;

  private Admission admission = admission(2);

  @Test
  void shouldAdmitUntilTheBudgetIsSpent() {
    assertThat(decide("a", NOON).isContactable()).isTrue();
    assertThat(decide("b", NOON).isContactable()).isTrue();

    CaseMessage third = decide("c", NOON);
    assertThat(third.withheld()).isEqualTo(Withheld.BUDGET);
    assertThat(third.state()).isEqualTo(CaseState.WITHHELD);
    assertThat(third.revision()).isEqualTo(1);
  }

  @Test
  void shouldLetEveryLaterMessageOfAnAdmittedCasePass() {
    decide("a", NOON);
    decide("b", NOON);

    CaseMessage raised = message("a", 2, CaseState.RAISED, NOON + 1, 10);
    CaseMessage cleared = message("a", 3, CaseState.CLEARED, NOON + 2, 10);
    assertThat(admission.decide(raised)).isEqualTo(raised);
    assertThat(admission.decide(cleared)).isEqualTo(cleared);
  }

  @Test
  void shouldGiveARefusedCaseAnotherChanceOnALaterDayOnly() {
    admission = admission(1);
    decide("a", NOON);
    decide("b", NOON);
    admission.decide(message("a", 2, CaseState.CLEARED, NOON + 1, 10));

    CaseMessage sameDay = message("b", 2, CaseState.RAISED, NOON + HOUR, 10);
    assertThat(admission.decide(sameDay).isContactable()).isFalse();

    CaseMessage nextDay = message("b", 3, CaseState.RAISED, NOON + DAY, 10);
    CaseMessage admitted = admission.decide(nextDay);
    assertThat(admitted.isContactable()).isTrue();
    assertThat(admitted.state()).as("nobody has seen it open before").isEqualTo(CaseState.OPEN);
    assertThat(admitted.revision()).isEqualTo(3);

    CaseMessage later = message("b", 4, CaseState.RAISED, NOON + 2 * DAY, 10);
    assertThat(admission.decide(later)).isEqualTo(later);
  }

  @Test
  void shouldKeepTheEndOfARefusedCaseWithheld() {
    admission = admission(0);
    decide("a", NOON);

    CaseMessage end = admission.decide(message("a", 2, CaseState.EXPIRED, NOON + DAY, 10));

    assertThat(end.state()).isEqualTo(CaseState.EXPIRED);
    assertThat(end.withheld()).isEqualTo(Withheld.BUDGET);
  }

  @Test
  void shouldAdmitNobodyWithoutBudget() {
    admission = admission(0);

    assertThat(decide("a", NOON).isContactable()).isFalse();
  }

  @Test
  void shouldAdmitEverybodyWithoutBound() {
    admission = new Admission(SHANGHAI, AlertBudget.UNLIMITED, Duration.ZERO);

    for (int i = 0; i < 1_000; i++) {
      assertThat(decide("case " + i, NOON).isContactable()).isTrue();
    }
  }

  @Test
  void shouldLeaveAloneWhatIsWithheldAlready() {
    CaseMessage shadow = message("a", 1, CaseState.WITHHELD, NOON, 10).withheldFor(Withheld.SHADOW);

    assertThat(admission.decide(shadow)).isSameAs(shadow);
    assertThat(decide("b", NOON).isContactable()).isTrue();
    assertThat(decide("c", NOON).isContactable()).as("no budget was used").isTrue();
  }

  @Test
  void shouldHaveAFreshBudgetAtTheOperatorsMidnight() {
    admission = admission(1);
    long midnight = NOON + 12 * HOUR;
    decide("a", midnight - 1);

    assertThat(decide("b", midnight - 1).isContactable()).isFalse();
    assertThat(decide("c", midnight).isContactable()).isTrue();
  }

  @Test
  void shouldNotGiveAStragglerOfYesterdayYesterdaysBudget() {
    admission = admission(1);
    decide("a", NOON + 12 * HOUR);

    assertThat(decide("b", NOON + 12 * HOUR - 1).isContactable()).isFalse();
  }

  @Test
  void shouldKeepTheBudgetForThePrioritiesOfTheLastSevenDays() {
    long eighthDay = sevenDaysOfTen();

    assertThat(decide("low", eighthDay, 700).isContactable()).isFalse();
    assertThat(decide("high", eighthDay, 1_000).isContactable()).isTrue();
    assertThat(decide("just high enough", eighthDay, 900).isContactable()).isTrue();
    assertThat(decide("one too many", eighthDay, 1_000).isContactable()).isFalse();
  }

  @Test
  void shouldNotBeChoosyWhileThereAreFewerCasesThanBudget() {
    admission = admission(11);
    long eighthDay = sevenDaysOfTen();

    assertThat(decide("lowest", eighthDay, 0).isContactable()).isTrue();
  }

  @Test
  void shouldNotBeChoosyBeforeSevenDaysAreKnown() {
    for (int day = 0; day < 6; day++) {
      tenCases(NOON + day * DAY);
    }

    assertThat(decide("low", NOON + 6 * DAY, 100).isContactable()).isTrue();
  }

  @Test
  void shouldRememberAnAdmittedCaseHoweverFarTimeRunsAhead() {
    decide("a", NOON);
    decide("b", NOON + 30 * DAY);

    CaseMessage closing = message("a", 2, CaseState.CLEARED, NOON + 40 * DAY, 10);
    assertThat(admission.decide(closing)).isEqualTo(closing);
  }

  @Test
  void shouldDropAnAdmittedCaseWhenItCloses() {
    decide("a", NOON);
    int withOpenCase = admission.pack().length;

    admission.decide(message("a", 2, CaseState.CLEARED, NOON, 10));

    assertThat(admission.pack()).hasSizeLessThan(withOpenCase);
  }

  @Test
  void shouldDecideAlikeAfterARestart() {
    long eighthDay = sevenDaysOfTen();
    decide("high", eighthDay, 1_000);
    decide("low", eighthDay, 1);

    Admission restarted = admission(2);
    restarted.unpack(admission.pack());

    for (CaseMessage message :
        List.of(
            message("high", 2, CaseState.RAISED, eighthDay, 1_000),
            message("low", 2, CaseState.RAISED, eighthDay, 5_000),
            message("other", 1, CaseState.OPEN, eighthDay, 100),
            message("second", 1, CaseState.OPEN, eighthDay, 2_000),
            message("third", 1, CaseState.OPEN, eighthDay, 2_000))) {
      assertThat(restarted.decide(message)).isEqualTo(admission.decide(message));
    }
    assertThat(restarted.pack()).isEqualTo(admission.pack());
  }

  private long sevenDaysOfTen() {
    for (int day = 0; day < 7; day++) {
      tenCases(NOON + day * DAY);
    }
    return NOON + 7 * DAY;
  }

  private void tenCases(long at) {
    for (int i = 1; i <= 10; i++) {
      decide("case " + i + " of " + at, at, i * 100);
    }
  }

  private CaseMessage decide(String alertId, long at) {
    return decide(alertId, at, 10);
  }

  private CaseMessage decide(String alertId, long at, double priority) {
    return admission.decide(message(alertId, 1, CaseState.OPEN, at, priority));
  }

  private static Admission admission(int budget) {
    return new Admission(SHANGHAI, AlertBudget.of(budget), Duration.ZERO);
  }

  private static CaseMessage message(
      String alertId, int revision, CaseState state, long at, double priority) {
    return new CaseMessage(
        alertId,
        revision,
        Story.LI,
        state,
        null,
        NOON,
        at,
        .3,
        new Value(12_800, Tier.VALUED),
        priority,
        Stage.CLIMAX,
        NOON + 72 * HOUR,
        List.of(),
        null,
        null,
        true,
        null,
        CaseMessage.Aside.NONE);
  }
}
