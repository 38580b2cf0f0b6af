package dev.ebb.risk;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Which lifecycle stage a customer is in.
 *
 * @param acquisitionDays days from activation that count as acquisition, 1 to 365
 * @param buildUpDays days from activation until maturity, more than {@code acquisitionDays}
 * @param declineRisk risk from which a customer is in decline, in (0, 1]
 */
public record StageRule(int acquisitionDays, int buildUpDays, double declineRisk)
    implements Serializable {

  /** The shipped rule: 90 days, one year, .30. */
  public static final StageRule DEFAULT = new StageRule(90, 365, 0.30);

  public StageRule {
    if (acquisitionDays < 1 || acquisitionDays > 365) {
      throw new IllegalArgumentException(
          "acquisition days must be 1 to 365 but was " + acquisitionDays);
    }
    if (buildUpDays <= acquisitionDays) {
      throw new IllegalArgumentException(
          "build-up days must be more than acquisition days (%d) but was %d"
              .formatted(acquisitionDays, buildUpDays));
    }
    if (!(declineRisk > 0 && declineRisk <= 1)) {
      throw new IllegalArgumentException("decline risk must be in (0, 1] but was " + declineRisk);
    }
  }

  /**
   * The stage on a day.
   *
   * @param activatedOn first day on this number, or null: taken as a mature customer
   * @param day epoch day
   * @param risk in [0, 1]
   */
  public Stage of(LocalDate activatedOn, int day, double risk) {
    if (risk >= declineRisk) {
      return Stage.DECLINE;
    }
    if (activatedOn == null) {
      return Stage.CLIMAX;
    }
    long age = day - activatedOn.toEpochDay();
    if (age < acquisitionDays) {
      return Stage.ACQUISITION;
    }
    return age < buildUpDays ? Stage.BUILD_UP : Stage.CLIMAX;
  }
}
