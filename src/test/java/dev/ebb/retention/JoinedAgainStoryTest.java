package dev.ebb.retention;

import static dev.ebb.retention.Saying.at;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Status;
import dev.ebb.signal.Text;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Li had another number in the same household until the discount ended. */
class JoinedAgainStoryTest {

  private static final long FORMER = 1;
  private static final long NEW = 2;
  private static final LocalDate LAPSE = MONDAY.minusDays(10);

  private final Household household = Household.open(null);
  private final Story story = new Story(shipped("joined-again"));

  @Test
  void shouldNoteWhoLeftOverALapsedDiscountAndJoinsAgain() {
    former(Status.LEFT, MONDAY.minusDays(3));
    joins(MONDAY);

    assertThat(story.told()).containsExactly("1 withheld (shadow)");
    assertThat(story.last().recommended().playbook()).isEqualTo("P4");
    assertThat(story.last().signals().get(0).why())
        .isEqualTo(
            new Text(
                "Looks like a customer of the same household who left when a discount had ended,"
                    + " and joined again; noticed 0 h ago.",
                "疑为同一家庭中优惠到期后离网的老客户重新入网,0小时前识别。"));
  }

  @Test
  void shouldNoteThemAlsoIfTheNewLineCameFirst() {
    former(Status.ACTIVE, MONDAY.minusDays(30));
    joins(MONDAY);
    assertThat(story.messages).isEmpty();

    former(Status.LEFT, MONDAY.plusDays(5));

    assertThat(story.told()).containsExactly("1 withheld (shadow)");
  }

  @Test
  void shouldSayNothingOfASecondLineBesideTheFirst() {
    former(Status.ACTIVE, MONDAY.minusDays(30));
    joins(MONDAY);
    former(Status.ACTIVE, MONDAY.plusDays(5));

    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldNotBringBackWhoWasErasedMeanwhile() {
    former(Status.ACTIVE, MONDAY.minusDays(30));
    joins(MONDAY);
    story.erase(at(MONDAY, 15));

    former(Status.LEFT, MONDAY.plusDays(5));

    assertThat(story.messages).isEmpty();
    assertThat(story.file.caseFile()).isNull();
  }

  private void former(Status status, LocalDate day) {
    see(FORMER, "13900000009", status, LocalDate.of(2020, 1, 15), day);
  }

  private void joins(LocalDate day) {
    story.profile(at(day, 9), day, null);
    see(NEW, LI, Status.ACTIVE, day, day);
  }

  private void see(long person, String id, Status status, LocalDate activatedOn, LocalDate day) {
    List<Agreement> discount =
        person == FORMER
            ? List.of(new Agreement(AgreementKind.DISCOUNT, "loyal", LAPSE, false))
            : List.of();
    Profile profile =
        new Profile(
            at(day, 9),
            activatedOn,
            status,
            null,
            null,
            discount,
            null,
            null,
            null,
            null,
            "H1",
            null,
            null);
    household
        .see(person, id, profile, (int) day.toEpochDay())
        .ifPresent(
            it ->
                story.accept(
                    Saying.by(
                        Source.NETWORK,
                        Kind.JOINED_AGAIN,
                        profile.at(),
                        "gapDays",
                        Integer.toString(it.gapDays()))));
  }
}
