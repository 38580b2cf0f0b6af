package dev.ebb.risk;

import java.time.LocalDate;

/**
 * Where a customer stands in the lifecycle.
 *
 * @param stage null before the first judged day
 * @param calmSince while in decline: the first of the judged days in a row on which the risk was
 *     below the rule's recovery mark, epoch day; else {@link #NOT_CALM}
 */
public record Lifecycle(Stage stage, int calmSince) {

  /** The present risk is no sign of recovery. */
  public static final int NOT_CALM = Integer.MIN_VALUE;

  /** Nothing is known yet. */
  public static final Lifecycle UNKNOWN = new Lifecycle(null, NOT_CALM);

  /** One who is gone. */
  public static final Lifecycle GONE = new Lifecycle(Stage.EXIT, NOT_CALM);

  /**
   * How it goes on for a customer who is here.
   *
   * @param activatedOn first day on this number, or null: taken as a mature customer
   * @param day the last judged day, epoch day
   * @param risk in [0, 1]
   */
  public Lifecycle on(int day, StageRule rule, LocalDate activatedOn, double risk) {
    Stage fresh = rule.of(activatedOn, day, risk);
    if (stage != Stage.DECLINE || fresh == Stage.DECLINE) {
      return new Lifecycle(fresh, NOT_CALM);
    }
    if (risk >= rule.recoveredRisk()) {
      return new Lifecycle(Stage.DECLINE, NOT_CALM);
    }
    int since = calmSince == NOT_CALM ? day : calmSince;
    return day - since + 1 >= rule.recoveredDays()
        ? new Lifecycle(fresh, NOT_CALM)
        : new Lifecycle(Stage.DECLINE, since);
  }
}
