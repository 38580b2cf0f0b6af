package dev.ebb.simulate;

import dev.ebb.event.Profile.Payment;
import dev.ebb.event.Profile.Plan;
import java.util.List;

/**
 * What the operator knows of a customer.
 *
 * @param region home
 * @param tenureDays days since activation on day 0; negative for those who join within the span
 * @param agreementEnds day on which a discount or contract ends if no fate sets it, or null
 * @param points of the year
 * @param billDay day of the month on which bills are paid
 */
record Traits(
    Region region,
    Payment payment,
    Plan plan,
    int tenureDays,
    Integer agreementEnds,
    int points,
    boolean optOut,
    boolean household,
    boolean group,
    int billDay) {

  private static final List<Plan> PLANS =
      List.of(
          new Plan("L8", "保号套餐 8元", 800),
          new Plan("L19", "轻享套餐 19元", 1_900),
          new Plan("M39", "畅享套餐 39元", 3_900),
          new Plan("M59", "畅享套餐 59元", 5_900),
          new Plan("H99", "全家套餐 99元", 9_900),
          new Plan("H129", "全家套餐 129元", 12_900),
          new Plan("H199", "尊享套餐 199元", 19_900));

  private static final int POINTS_PER_YUAN = 3;
  private static final double NEWCOMERS = 0.03;

  static Traits draw(Dice dice, Habits habits, int days) {
    boolean newcomer = dice.chance(NEWCOMERS);
    int tenure = newcomer ? -dice.between(1, days) : dice.between(60, 3_000);
    return new Traits(
        Region.draw(dice),
        dice.chance(0.55) ? Payment.PREPAID : Payment.POSTPAID,
        planFor(habits.arpu()),
        tenure,
        dice.chance(0.5) ? Integer.valueOf(days + dice.between(60, 700)) : null,
        (int) (habits.arpu() * 12 / 100 * POINTS_PER_YUAN * dice.between(0.6, 1.2)),
        dice.chance(0.04),
        dice.chance(0.4),
        dice.chance(0.05),
        dice.between(6, 20));
  }

  private static Plan planFor(long arpu) {
    Plan best = PLANS.get(0);
    for (Plan plan : PLANS) {
      if (plan.monthlyFee() <= arpu) {
        best = plan;
      }
    }
    return best;
  }

  /** The next cheaper plan, or the present one where there is none. */
  Plan cheaperPlan() {
    return PLANS.get(Math.max(0, PLANS.indexOf(plan) - 1));
  }

  /** The next dearer plan, or the present one where there is none. */
  Plan dearerPlan() {
    return PLANS.get(Math.min(PLANS.size() - 1, PLANS.indexOf(plan) + 1));
  }

  boolean isPrepaid() {
    return payment == Payment.PREPAID;
  }

  /** First day on the number as seen from day 0; before it nothing happens. */
  int firstDay() {
    return Math.max(0, -tenureDays);
  }
}
