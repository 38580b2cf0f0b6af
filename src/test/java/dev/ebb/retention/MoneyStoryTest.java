package dev.ebb.retention;

import static dev.ebb.retention.Saying.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.EventKind;
import dev.ebb.signal.Text;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Customers who pay less or later, and whose agreements end. */
class MoneyStoryTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate LAST_OF_MARCH = LocalDate.of(2026, 3, 31);

  @Test
  void shouldRaiseAMonthOfLittleSpendOnceItIsOver() {
    HabitStory story = charged(500).until(MAY).does(EventKind.CHARGE, 200).until(JUNE);

    assertThat(story.out.told()).containsExactly("1 open");
    assertThat(story.out.last().recommended().playbook()).isEqualTo("P3");
    assertThat(story.why())
        .isEqualTo(
            new Text(
                "Last month brought 62 yuan where 148.3 were usual, 58 % less than the three months"
                    + " before.",
                "上月消费62元,前三个月平均148.3元,下降58%。"));
  }

  @Test
  void shouldSayNothingOfAMonthAThirdCheaper() {
    HabitStory story = charged(500).until(MAY).does(EventKind.CHARGE, 335).until(JUNE);

    assertThat(story.out.messages).isEmpty();
  }

  @Test
  void shouldRaiseATopUpThatIsHalfAsLateAgainAsUsual() {
    HabitStory story = toppedUpEveryTenDays();
    assertThat(story.daysToFirstMessage(20)).isEqualTo(6);

    assertThat(story.out.told()).containsExactly("1 open");
    assertThat(story.out.last().recommended().playbook()).isEqualTo("P11");
    assertThat(story.why())
        .isEqualTo(
            new Text(
                "Last top-up 15 days ago, and credit for 15 usual days has been spent since; this"
                    + " customer's own gaps hardly ever exceed 10 days, and this alarm waits for"
                    + " 15.",
                "距上次充值已15天,其间已用掉平时15天的话费;本人以往充值间隔一般不超过10天,预警线为15天。"));
  }

  @Test
  void shouldWaitForWhoSpendsTheCreditMoreSlowly() {
    HabitStory story = new HabitStory(shipped("topup-gap")).calls(5).does(EventKind.CHARGE, 300);
    toppingUp(story, 9, 10);
    story.once(EventKind.TOPUP, 3_000).does(EventKind.CHARGE, 150);

    assertThat(story.days(29).out.messages).isEmpty();
    assertThat(story.daysToFirstMessage(3)).isEqualTo(2);
  }

  @Test
  void shouldOnlyWatchWhoHasToppedUpTooSeldomToHaveAHabit() {
    HabitStory story = new HabitStory(shipped("topup-gap")).calls(5);
    toppingUp(story, 3, 20);

    story.days(40);

    assertThat(story.out.messages).allMatch(message -> message.withheld() == Withheld.IMMATURE);
    assertThat(story.out.messages).isNotEmpty();
  }

  @Test
  void shouldSayNothingOfATopUpAFewDaysLate() {
    assertThat(toppedUpEveryTenDays().days(5).once(EventKind.TOPUP, 3_000).days(14).out.messages)
        .isEmpty();
  }

  @Test
  void shouldNotWaitForTheTopUpOfWhoPaysBills() {
    assertThat(toppedUpEveryTenDays().known(null).days(20).out.messages).isEmpty();
  }

  @Test
  void shouldRaiseAnAgreementThirtyDaysBeforeItEnds() {
    HabitStory story = new HabitStory(shipped("expiry-30-days")).known(LAST_OF_MARCH).calls(5);

    assertThat(story.until(LocalDate.of(2026, 3, 1)).out.messages).isEmpty();
    assertThat(story.days(1).out.told()).containsExactly("1 open");
    assertThat(story.out.last().recommended().playbook()).isEqualTo("P4");
    assertThat(story.why())
        .isEqualTo(
            new Text(
                "An agreement (contract, discount, device plan or points) ends in 30 d, and nothing"
                    + " follows it yet.",
                "有协议(合约、优惠、终端或积分)将于30天后到期,尚未续约。"));
  }

  @Test
  void shouldRaiseItAgainSevenDaysBefore() {
    HabitStory story = new HabitStory(shipped("expiry-7-days")).known(LAST_OF_MARCH).calls(5);

    assertThat(story.until(LocalDate.of(2026, 3, 24)).out.messages).isEmpty();
    assertThat(story.days(1).out.told()).containsExactly("1 open");
    assertThat(story.why())
        .isEqualTo(
            new Text(
                "An agreement (contract, discount, device plan or points) ends in only 7 d, still"
                    + " without a renewal.",
                "距协议(合约、优惠、终端或积分)到期仅7天,仍未续约。"));
  }

  @Test
  void shouldRaiseItOnceMoreOnTheFirstDayWithout() {
    HabitStory story = new HabitStory(shipped("expiry-lapsed")).known(LAST_OF_MARCH).calls(5);

    assertThat(story.until(LAST_OF_MARCH).out.messages).isEmpty();
    assertThat(story.days(1).out.told()).containsExactly("1 open");
    assertThat(story.why())
        .isEqualTo(
            new Text(
                "An agreement (contract, discount or device plan) has ended; day 1 without a"
                    + " renewal.",
                "协议(合约、优惠或终端)已到期,未续约已第1天。"));
  }

  @Test
  void shouldSayNothingOfAnAgreementThatIsRenewedInTime() {
    for (String rule : new String[] {"expiry-30-days", "expiry-7-days", "expiry-lapsed"}) {
      HabitStory story = new HabitStory(shipped(rule)).known(LAST_OF_MARCH).calls(5);
      story.until(LocalDate.of(2026, 2, 27)).known(LAST_OF_MARCH.plusYears(2));

      assertThat(story.until(MAY).out.messages).as(rule).isEmpty();
    }
  }

  @Test
  void shouldClearAtOnceWhatIsRenewed() {
    for (String rule : new String[] {"expiry-30-days", "expiry-7-days", "expiry-lapsed"}) {
      HabitStory story = raisedOverTheEndOfMarch(rule);
      long renewed = story.out.now + Story.HOUR;

      story.out.accept(Saying.byCustomer(Kind.PLAN_RENEWED, renewed));

      assertThat(story.out.told()).as(rule).containsExactly("1 open", "2 cleared recovered");
      assertThat(story.out.last().at()).isEqualTo(renewed);
      assertThat(story.days(3).out.messages).hasSize(2);
    }
  }

  @Test
  void shouldBelieveAProfileThatIsNewerThanTheRenewal() {
    HabitStory story = raisedOverTheEndOfMarch("expiry-30-days");
    story.out.accept(Saying.byCustomer(Kind.PLAN_RENEWED, story.out.now + Story.HOUR));

    story.days(1).known(LAST_OF_MARCH);

    assertThat(story.out.last().state()).isEqualTo(CaseState.OPEN);
  }

  private static HabitStory raisedOverTheEndOfMarch(String rule) {
    HabitStory story = new HabitStory(shipped(rule)).known(LAST_OF_MARCH).calls(5);
    while (story.out.messages.isEmpty()) {
      story.days(1);
    }
    return story;
  }

  private static HabitStory charged(long aDay) {
    return new HabitStory(shipped("falling-spend")).known(null).does(EventKind.CHARGE, aDay);
  }

  /** Nine times, and ten days are over. */
  private static HabitStory toppedUpEveryTenDays() {
    return toppingUp(new HabitStory(shipped("topup-gap")).calls(5), 9, 10);
  }

  private static HabitStory toppingUp(HabitStory story, int times, int everyDays) {
    for (int time = 0; time < times; time++) {
      story.once(EventKind.TOPUP, 3_000).days(everyDays);
    }
    return story;
  }
}
