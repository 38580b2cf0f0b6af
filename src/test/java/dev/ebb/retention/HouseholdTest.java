package dev.ebb.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Status;
import dev.ebb.retention.Household.Recognised;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HouseholdTest {

  private static final LocalDate LAPSE = LocalDate.of(2026, 3, 1);
  private static final LocalDate GONE = LocalDate.of(2026, 3, 11);
  private static final LocalDate LONG_AGO = LocalDate.of(2019, 5, 5);
  private static final long LI = 1;
  private static final long WANG = 2;
  private static final long NEW_NUMBER = 3;

  private byte[] state;

  @Test
  void shouldRecogniseWhoLeftOverALapsedDiscountAndJoinsAgain() {
    see(LI, Status.ACTIVE, LONG_AGO, LAPSE, LAPSE.minusDays(200));
    see(LI, Status.LEFT, LONG_AGO, null, GONE);

    assertThat(joins(NEW_NUMBER, GONE.plusDays(5))).hasValue(new Recognised("customer 3", 5));
    assertThat(joins(4, GONE.plusDays(6))).as("nobody joins twice").isEmpty();
  }

  @Test
  void shouldRecogniseANewLineThatBeginsBeforeTheOldOneEnds() {
    LocalDate begins = GONE.minusDays(Household.OVERLAP_DAYS);
    see(LI, Status.ACTIVE, LONG_AGO, LAPSE, LAPSE.minusDays(200));
    assertThat(joins(NEW_NUMBER, begins)).as("nobody has left yet").isEmpty();

    assertThat(see(LI, Status.LEFT, LONG_AGO, null, GONE))
        .hasValue(new Recognised("customer 3", 0));
    assertThat(joins(4, GONE.plusDays(6))).as("nobody joins twice").isEmpty();
  }

  @Test
  void shouldRecogniseANewLineThatIsHeardOfOnlyWhenTheOldOneHasEnded() {
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE);

    assertThat(see(NEW_NUMBER, Status.ACTIVE, GONE.minusDays(9), null, GONE.plusDays(1)))
        .hasValue(new Recognised("customer 3", 0));
  }

  @Test
  void shouldRecogniseWhoseLeavingIsHeardOfLater() {
    joins(NEW_NUMBER, GONE.plusDays(4));

    assertThat(see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE))
        .hasValue(new Recognised("customer 3", 4));
  }

  @Test
  void shouldNotTakeASiblingWithAnOldLineForANewCustomer() {
    see(LI, Status.ACTIVE, LONG_AGO, LAPSE, GONE.minusDays(3));
    see(WANG, Status.ACTIVE, LONG_AGO.plusYears(2), LAPSE, GONE.minusDays(2));

    assertThat(see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE)).isEmpty();
    assertThat(see(WANG, Status.ACTIVE, LONG_AGO.plusYears(2), LAPSE, GONE.plusDays(1))).isEmpty();
  }

  @Test
  void shouldNotTakeASecondLineForWhoKeepsTheFirst() {
    see(LI, Status.ACTIVE, LONG_AGO, LAPSE, LAPSE.minusDays(200));
    assertThat(joins(NEW_NUMBER, LAPSE.plusDays(1))).isEmpty();
    assertThat(see(LI, Status.ACTIVE, LONG_AGO, LAPSE, LAPSE.plusDays(9))).isEmpty();

    assertThat(see(LI, Status.LEFT, LONG_AGO, LAPSE, LAPSE.plusDays(40)))
        .as("weeks later the second line is an old one itself")
        .isEmpty();
  }

  @Test
  void shouldNotGuessWhichOfTwoNewLinesItIs() {
    joins(NEW_NUMBER, GONE.minusDays(3));
    joins(4, GONE.minusDays(2));

    assertThat(see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE)).isEmpty();
  }

  @Test
  void shouldGoByTheDayOnWhichSomebodyWasGoneFirst() {
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE);
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE.plusDays(60));

    assertThat(joins(NEW_NUMBER, GONE.plusDays(62))).hasValue(new Recognised("customer 3", 62));
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE.plusDays(63));
    assertThat(joins(4, GONE.plusDays(64))).as("nobody joins twice").isEmpty();
  }

  @Test
  void shouldKeepTheIdOfANewCustomerOnlyAsLongAsTheFormerLineMayEnd() {
    joins(NEW_NUMBER, GONE);
    int last = (int) GONE.toEpochDay() + Household.OVERLAP_DAYS;
    Household household = Household.open(state);
    assertThat(household.forgetsOn()).hasValue(last + 1);

    household.forget(last);
    assertThat(new String(household.pack(), StandardCharsets.ISO_8859_1)).contains("customer 3");
    household.forget(last + 1);
    assertThat(new String(household.pack(), StandardCharsets.ISO_8859_1))
        .doesNotContain("customer 3");
    assertThat(household.forgetsOn()).isEmpty();
  }

  @Test
  void shouldNotKeepTheIdOfACustomerWhoseLineBeginsMuchLater() {
    LocalDate latest = GONE.plusDays(Household.OVERLAP_DAYS);
    see(NEW_NUMBER, Status.ACTIVE, latest.plusDays(1), null, GONE);
    assertThat(Household.open(state).forgetsOn()).isEmpty();

    see(4, Status.ACTIVE, latest, null, GONE);
    assertThat(Household.open(state).forgetsOn()).isPresent();
  }

  @Test
  void shouldNotRecogniseWhoLeftForAnotherReason() {
    see(LI, Status.LEFT, LONG_AGO, LAPSE.plusYears(1), GONE);
    see(WANG, Status.LEFT, LONG_AGO, null, GONE);

    assertThat(joins(NEW_NUMBER, GONE.plusDays(5))).isEmpty();
  }

  @Test
  void shouldNotRecogniseAnybodyMonthsLaterOrBefore() {
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE);

    LocalDate tooEarly = GONE.minusDays(Household.OVERLAP_DAYS + 1);
    assertThat(see(4, Status.ACTIVE, tooEarly, null, GONE.plusDays(1))).isEmpty();
    assertThat(joins(NEW_NUMBER, GONE.plusDays(Household.LONGEST_GAP_DAYS + 1))).isEmpty();
  }

  @Test
  void shouldNotGuessWhichOfTwoItIs() {
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE);
    see(WANG, Status.LEFT, LONG_AGO, LAPSE, GONE);

    assertThat(joins(NEW_NUMBER, GONE.plusDays(5))).isEmpty();
  }

  @Test
  void shouldNotTakeOthersOfTheHouseholdForNewCustomers() {
    see(WANG, Status.ACTIVE, GONE.minusDays(3), null, GONE.minusDays(3));
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE);

    assertThat(see(WANG, Status.ACTIVE, GONE.minusDays(3), null, GONE.plusDays(9))).isEmpty();
  }

  @Test
  void shouldSayNothingOfACompany() {
    for (long colleague = 100; colleague <= 100 + Household.MOST_MEMBERS; colleague++) {
      see(colleague, Status.ACTIVE, LONG_AGO, LAPSE, LAPSE.minusDays(9));
    }
    see(100, Status.LEFT, LONG_AGO, LAPSE, GONE);

    assertThat(joins(NEW_NUMBER, GONE.plusDays(5))).isEmpty();
  }

  private Optional<Recognised> joins(long person, LocalDate on) {
    return see(person, Status.ACTIVE, on, null, on);
  }

  private Optional<Recognised> see(
      long person, Status status, LocalDate activatedOn, LocalDate discountEnds, LocalDate day) {
    List<Agreement> agreements =
        discountEnds == null
            ? List.of()
            : List.of(new Agreement(AgreementKind.DISCOUNT, "loyal", discountEnds, false));
    Profile profile =
        new Profile(
            0,
            activatedOn,
            status,
            null,
            null,
            agreements,
            null,
            null,
            null,
            null,
            "H1",
            null,
            null);
    Household household = Household.open(state);
    Optional<Recognised> recognised =
        household.see(person, "customer " + person, profile, (int) day.toEpochDay());
    state = household.pack();
    return recognised;
  }
}
