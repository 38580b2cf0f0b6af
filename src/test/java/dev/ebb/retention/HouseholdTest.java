package dev.ebb.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
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

    assertThat(joins(NEW_NUMBER, GONE.plusDays(5))).hasValue(5);
    assertThat(joins(4, GONE.plusDays(6))).as("nobody joins twice").isEmpty();
  }

  @Test
  void shouldRecogniseANewLineThatBeginsBeforeTheOldOneEnds() {
    see(LI, Status.LEFT, LONG_AGO, LAPSE, GONE);

    assertThat(joins(NEW_NUMBER, GONE.minusDays(Household.OVERLAP_DAYS))).hasValue(0);
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

    assertThat(joins(4, GONE.minusDays(Household.OVERLAP_DAYS + 1))).isEmpty();
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

  private OptionalInt joins(long person, LocalDate on) {
    LocalDate known = on.isBefore(GONE) ? GONE.plusDays(1) : on;
    return see(person, Status.ACTIVE, on, null, known);
  }

  private OptionalInt see(
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
    OptionalInt gap = household.see(person, profile, (int) day.toEpochDay());
    state = household.pack();
    return gap;
  }
}
