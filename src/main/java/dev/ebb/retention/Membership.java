package dev.ebb.retention;

import dev.ebb.risk.LostBy;
import dev.ebb.risk.Tier;

/**
 * A customer's place in a cohort, as it was fixed; who is lost stays lost.
 *
 * @param day the cohort's date, epoch day
 * @param arpu spend a month on that day, minor units
 * @param tier the tier on that day
 * @param region the region on that day, or null
 */
record Membership(
    int day, long arpu, Tier tier, String region, boolean lostByGroup, boolean lostByCircle) {

  boolean isLost(LostBy definition) {
    return definition == LostBy.GROUP ? lostByGroup : lostByCircle;
  }

  /** The same, lost by this definition. */
  Membership lost(LostBy definition) {
    return new Membership(
        day,
        arpu,
        tier,
        region,
        lostByGroup || definition == LostBy.GROUP,
        lostByCircle || definition == LostBy.CIRCLE);
  }

  /** The same once it is known how the customer is gone. */
  Membership after(Departure departure) {
    return departure.kind() == Departure.Kind.SILENT
        ? this
        : lost(LostBy.GROUP).lost(LostBy.CIRCLE);
  }
}
