package dev.ebb.retention;

import static dev.ebb.retention.Saying.at;
import static dev.ebb.retention.Saying.byCustomer;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Care.Kind;
import dev.ebb.signal.Text;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Customers who complain, told from the first word to the alert. */
class ComplaintStoryTest {
  private static final LocalDate FRIDAY = MONDAY.plusDays(4);

  private final Story again = new Story(shipped("complaints"));
  private final Story open = new Story(shipped("complaint-open"));

  @Test
  void shouldRaiseTheSecondComplaintOfAMonthAtOnce() {
    again.profile(1, ACTIVATED, null).daySilentFor(0);
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY.plusDays(1))));
    assertThat(again.messages).isEmpty();

    again.accept(byCustomer(Kind.COMPLAINT, noonOf(FRIDAY)));

    assertThat(again.told()).containsExactly("1 open");
    assertThat(again.last().at()).isEqualTo(noonOf(FRIDAY));
    assertThat(again.last().actBy()).isEqualTo(noonOf(FRIDAY.plusDays(1)));
    assertThat(again.last().recommended().playbook()).isEqualTo("P6");
    assertThat(why(again))
        .isEqualTo(
            new Text(
                "Has complained 2 times within 30 d, disputed bills among them: 0.",
                "30天内投诉2次,其中账单争议0次。"));
  }

  @Test
  void shouldSayNothingOfTwoComplaintsMoreThanAMonthApart() {
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY)));
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY.plusDays(30))));

    assertThat(again.messages).isEmpty();
  }

  @Test
  void shouldWeighADisputeMoreThanAComplaintButNotAsMuchAsTwo() {
    again.accept(byCustomer(Kind.DISPUTE, noonOf(MONDAY)));
    assertThat(again.messages).isEmpty();

    again.accept(byCustomer(Kind.DISPUTE, noonOf(FRIDAY)));

    assertThat(again.last().signals().get(0).strength()).isCloseTo(.75, within(.01));
    assertThat(why(again).en()).endsWith("among them: 2.");
  }

  @Test
  void shouldEndWhenTheFirstOfTwoIsAMonthOld() {
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY.minusDays(29))));
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY)));

    again.daySilentFor(0).daySilentFor(0);

    assertThat(again.told())
        .containsExactly("1 open", "2 open daily", "3 raised overdue", "4 cleared recovered");
  }

  @Test
  void shouldCountComplaintsThatArriveOutOfOrder() {
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(FRIDAY)));
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY)));

    assertThat(again.told()).containsExactly("1 open");
    assertThat(again.last().at()).as("time does not run back").isEqualTo(noonOf(FRIDAY));
  }

  @Test
  void shouldRaiseAComplaintThatNobodyHasSolvedForThreeDays() {
    open.accept(byCustomer(Kind.COMPLAINT, at(MONDAY, 1)));
    open.daySilentFor(0).daySilentFor(0).fireTimersUntil(at(MONDAY.plusDays(3), 1) - 1);
    assertThat(open.messages).isEmpty();

    open.fireTimersUntil(at(MONDAY.plusDays(3), 1));

    assertThat(open.told()).containsExactly("1 open");
    assertThat(open.last().at()).isEqualTo(at(MONDAY.plusDays(3), 1));
    assertThat(why(open))
        .isEqualTo(
            new Text(
                "A complaint has been open for 72 h (open ones: 1), nobody has solved it.",
                "有投诉已72小时未解决(未结1件)。"));
  }

  @Test
  void shouldSayNothingOfAComplaintThatWasSolvedInTime() {
    open.accept(byCustomer(Kind.COMPLAINT, at(MONDAY, 1)));
    open.accept(byCustomer(Kind.RESOLVED, noonOf(MONDAY.plusDays(2))));

    open.daySilentFor(0).daySilentFor(0).daySilentFor(0).daySilentFor(0);

    assertThat(open.messages).isEmpty();
  }

  @Test
  void shouldClearTheCaseAtOnceWhenTheComplaintIsSolvedAtLast() {
    open.accept(byCustomer(Kind.COMPLAINT, at(MONDAY, 1), "ticket", "T-1"));
    open.accept(byCustomer(Kind.COMPLAINT, at(MONDAY, 2), "ticket", "T-2"));
    open.daySilentFor(0).daySilentFor(0).daySilentFor(0);

    open.accept(byCustomer(Kind.RESOLVED, noonOf(MONDAY.plusDays(3)), "ticket", "T-1"));
    assertThat(open.told())
        .as("the other one is still open")
        .containsExactly("1 open", "2 open daily");
    open.accept(byCustomer(Kind.RESOLVED, noonOf(MONDAY.plusDays(3)), "ticket", "T-2"));

    assertThat(open.told()).containsExactly("1 open", "2 open daily", "3 cleared recovered");
  }

  @Test
  void shouldTakeAComplainerOfWhomNothingElseIsKnown() {
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY)));
    again.accept(byCustomer(Kind.COMPLAINT, noonOf(MONDAY) + 1));
    again.profile(noonOf(MONDAY) + 2, ACTIVATED, null).today = MONDAY.minusDays(1);

    again.daySilentFor(0).daySilentFor(0);

    assertThat(again.told()).containsExactly("1 open", "2 open daily");
    assertThat(again.messages.get(0).value().arpu()).isZero();
    assertThat(again.last().value().arpu()).isEqualTo(12_800);
    assertThat(again.last().at()).isEqualTo(closeOf(MONDAY));
  }

  private static Text why(Story story) {
    return story.last().signals().get(0).why();
  }
}
