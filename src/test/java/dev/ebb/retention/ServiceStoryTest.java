package dev.ebb.retention;

import static dev.ebb.retention.Saying.by;
import static dev.ebb.retention.Saying.byCustomer;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.event.Event;
import dev.ebb.signal.Text;
import org.junit.jupiter.api.Test;

/** Trouble on the line, calls sent elsewhere, plans changed, groups left and bills unpaid. */
class ServiceStoryTest {
  private static final long NOON = noonOf(MONDAY);
  private static final long DAY = 24 * HOUR;

  private final Story network = new Story(shipped("network-trouble"));
  private final Story forwarding = new Story(shipped("forwarding-off-net"));
  private final Story plan = new Story(shipped("downgrade"));
  private final Story arrears = new Story(shipped("arrears"));

  @Test
  void shouldRaiseTheThirdBadDayOfAWeek() {
    network.accept(fault(NOON)).accept(fault(NOON + HOUR));
    network.accept(by(Source.NETWORK, Kind.DROPPED_CALL, NOON + 3 * DAY));
    assertThat(network.messages).isEmpty();

    network.accept(fault(NOON + 6 * DAY));

    assertThat(network.told()).containsExactly("1 open");
    assertThat(network.last().at()).isEqualTo(NOON + 6 * DAY);
    assertThat(why(network))
        .isEqualTo(
            new Text(
                "Faults or dropped calls on 3 of the last 7 d, and not from an incident of the"
                    + " whole area.",
                "近7天中有3天出现故障或掉话,且并非区域性故障。"));
  }

  @Test
  void shouldSayNothingOfTroubleThatTheWholeAreaHas() {
    for (int day = 0; day < 7; day++) {
      network.accept(by(Source.NETWORK, Kind.FAULT, NOON + day * DAY, "incident", "INC-7"));
    }

    assertThat(network.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfADayOnWhichTheRegionWasDown() {
    int down = (int) MONDAY.toEpochDay();
    network.indexed((region, day, measure) -> day == down ? .1 : 1).profile(1, ACTIVATED, null);

    network.accept(fault(NOON)).accept(fault(NOON + DAY)).accept(fault(NOON + 2 * DAY));

    assertThat(network.messages).isEmpty();
    assertThat(network.accept(fault(NOON + 3 * DAY)).told()).containsExactly("1 open");
  }

  @Test
  void shouldSayNothingOfThreeBadDaysInEight() {
    network.accept(fault(NOON)).accept(fault(NOON + DAY)).accept(fault(NOON + 7 * DAY));

    assertThat(network.messages).isEmpty();
  }

  @Test
  void shouldRaiseAForwardingThatHasBeenKeptForADay() {
    forwarding.accept(forward(NOON, "unconditional", "off-net"));
    forwarding.accept(forward(NOON + 5 * HOUR, "unconditional", "off-net"));
    forwarding.fireTimersUntil(NOON + DAY - 1);
    assertThat(forwarding.messages).isEmpty();

    forwarding.fireTimersUntil(NOON + DAY);

    assertThat(forwarding.told()).containsExactly("1 open");
    assertThat(forwarding.last().actBy()).isEqualTo(NOON + DAY + 4 * HOUR);
    assertThat(why(forwarding))
        .isEqualTo(
            new Text(
                "All calls have been forwarded to another operator's number for 24 h.",
                "呼叫已无条件转移至其他运营商号码24小时。"));

    forwarding.accept(forward(NOON + 2 * DAY, "none", ""));
    assertThat(forwarding.last().state()).isEqualTo(CaseState.CLEARED);
  }

  @Test
  void shouldSayNothingOfOtherForwardings() {
    forwarding.accept(forward(NOON, "busy", "off-net"));
    forwarding.daySilentFor(0).daySilentFor(0);
    forwarding.accept(forward(NOON + 2 * DAY, "unconditional", "on-net"));
    forwarding.daySilentFor(0).daySilentFor(0);
    forwarding.accept(forward(NOON + 4 * DAY, "unconditional", "off-net"));
    forwarding.accept(forward(NOON + 4 * DAY + 20 * HOUR, "none", ""));
    forwarding.daySilentFor(0).daySilentFor(0).fireTimersUntil(NOON + 6 * DAY);

    assertThat(forwarding.messages).isEmpty();
  }

  @Test
  void shouldRaiseADowngradeByTheCustomersOwnChoice() {
    plan.accept(changed(Source.CUSTOMER, "12800", "8800"));

    assertThat(plan.told()).containsExactly("1 open");
    assertThat(why(plan))
        .isEqualTo(
            new Text(
                "Chose a plan 31 % cheaper: 88 instead of 128 yuan a month.",
                "主动降档31%,月费由128元降至88元。"));
  }

  @Test
  void shouldSayNothingOfOtherChangesOfPlan() {
    plan.accept(changed(Source.CUSTOMER, "12800", "10300"));
    plan.accept(changed(Source.STAFF, "12800", "5800"));
    plan.accept(changed(Source.CUSTOMER, "8800", "12800"));
    plan.accept(changed(Source.CUSTOMER, "", "12800"));

    assertThat(plan.messages).isEmpty();
  }

  @Test
  void shouldRaiseWhoHasLeftTheEmployer() {
    Story group = new Story(shipped("group-left"));

    group.accept(by(Source.STAFF, Kind.GROUP_LEFT, NOON));

    assertThat(group.told()).containsExactly("1 open");
    assertThat(group.last().recommended().playbook()).isEqualTo("P9");
    assertThat(why(group))
        .isEqualTo(
            new Text(
                "Left the employer's group 0 h ago, and with it the group's terms.",
                "0小时前脱离集团,不再享受集团优惠。"));
  }

  @Test
  void shouldSayNothingOfWhoLeftTheEmployerWeeksAgo() {
    Story group = new Story(shipped("group-left")).daySilentFor(0);

    group.accept(by(Source.STAFF, Kind.GROUP_LEFT, NOON - 15 * DAY)).daySilentFor(0);

    assertThat(group.messages).isEmpty();
  }

  @Test
  void shouldRaiseABarOverAnUnpaidBillThatIsKeptAndClearItWhenItIsLifted() {
    arrears.profile(1, ACTIVATED, null).accept(barred(NOON, 9));
    arrears.fireTimersUntil(NOON + 3 * DAY - 1);
    assertThat(arrears.messages).isEmpty();

    arrears.fireTimersUntil(NOON + 3 * DAY);

    assertThat(arrears.told()).containsExactly("1 open");
    assertThat(arrears.last().recommended().playbook()).isEqualTo("P12");
    assertThat(why(arrears))
        .isEqualTo(
            new Text("Barred over an unpaid bill for 3 d, overdue for 12 d.", "欠费停机3天,已逾期12天。"));

    arrears.profile(NOON + 3 * DAY + HOUR, ACTIVATED, null);
    assertThat(arrears.told()).containsExactly("1 open", "2 cleared recovered");
  }

  @Test
  void shouldSayNothingOfWhoPaysWhenTheLineIsDead() {
    arrears.profile(1, ACTIVATED, null).accept(barred(NOON, 20));
    arrears.profile(NOON + 2 * DAY, ACTIVATED, null).fireTimersUntil(NOON + 30 * DAY);

    assertThat(arrears.messages).isEmpty();
  }

  @Test
  void shouldWaitLongerForWhoWasBarredBeforeAndPaid() {
    arrears.accept(barred(NOON, 9)).profile(NOON + DAY, ACTIVATED, null);
    long again = NOON + 31 * DAY;
    arrears.accept(barred(again, 9)).fireTimersUntil(again + 6 * DAY - 1);
    assertThat(arrears.messages).isEmpty();

    arrears.fireTimersUntil(again + 6 * DAY);

    assertThat(arrears.told()).containsExactly("1 open");
  }

  @Test
  void shouldTakeABarThatIsSaidAgainEveryDayForOne() {
    arrears
        .accept(barred(NOON, 9))
        .accept(barred(NOON + DAY, 10))
        .accept(barred(NOON + 2 * DAY, 11));
    arrears.fireTimersUntil(NOON + 3 * DAY - 1);
    assertThat(arrears.messages).isEmpty();

    arrears.fireTimersUntil(NOON + 3 * DAY).accept(barred(NOON + 3 * DAY + HOUR, 12));

    assertThat(arrears.told()).containsExactly("1 open");
    assertThat(arrears.last().at()).isEqualTo(NOON + 3 * DAY);
  }

  @Test
  void shouldWaitAfreshForWhoIsBarredAgainSoonAfterPaying() {
    arrears.accept(barred(NOON, 9)).profile(NOON + DAY, ACTIVATED, null);
    long again = NOON + 2 * DAY;
    arrears.accept(barred(again, 9)).fireTimersUntil(again + 6 * DAY - 1);
    assertThat(arrears.messages).isEmpty();

    assertThat(arrears.fireTimersUntil(again + 6 * DAY).told()).containsExactly("1 open");
  }

  @Test
  void shouldSayNothingOfABarThatIsYoungOrHasAnotherReason() {
    arrears.accept(by(Source.CUSTOMER, Kind.BARRED, NOON - 1, "reason", "lost-phone"));
    arrears.fireTimersUntil(NOON + 10 * DAY);
    assertThat(arrears.messages).isEmpty();

    long at = NOON + 10 * DAY;
    arrears.accept(barred(at, 2)).fireTimersUntil(at + 5 * DAY - 1);
    assertThat(arrears.messages).isEmpty();

    arrears.fireTimersUntil(at + 5 * DAY);
    assertThat(arrears.told()).containsExactly("1 open");
  }

  private static Event barred(long at, int overdueDays) {
    String days = Integer.toString(overdueDays);
    return by(Source.STAFF, Kind.BARRED, at, "reason", "arrears", "overdueDays", days);
  }

  private static Event fault(long at) {
    return by(Source.NETWORK, Kind.FAULT, at);
  }

  private static Event forward(long at, String condition, String network) {
    return byCustomer(Kind.FORWARDING_SET, at, "condition", condition, "network", network);
  }

  private Event changed(Source source, String before, String after) {
    long at = Math.max(NOON, plan.now + 1);
    return by(source, Kind.PLAN_CHANGED, at, "oldMonthlyFee", before, "newMonthlyFee", after);
  }

  private static Text why(Story story) {
    return story.last().signals().get(0).why();
  }
}
