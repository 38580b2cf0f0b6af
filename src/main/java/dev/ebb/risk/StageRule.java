package dev.ebb.risk;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Which lifecycle stage a customer is in.
 *
 * @param acquisitionDays days from activation that count as acquisition, 1 to 365
 * @param buildUpDays days from activation until maturity, more than {@code acquisitionDays}
 * @param declineRisk risk from which a customer is in decline, in (0, 1]
 * @param recoveredRisk risk below which a customer in decline recovers, in (0, declineRisk]
 * @param recoveredDays days in a row below it after which decline is over, 1 to 91
 */
public record StageRule(
    int acquisitionDays,
    int buildUpDays,
    double declineRisk,
    double recoveredRisk,
    int recoveredDays)
    implements Serializable {

  /** The shipped rule: 90 days, one year, from .30 until below .15 for 14 days. */
  public static final StageRule DEFAULT = new StageRule(90, 365, 0.30, 0.15, 14);

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
    if (!(recoveredRisk > 0 && recoveredRisk <= declineRisk)) {
      throw new IllegalArgumentException(
          "recovered risk must be above 0 and at most the decline risk (%s) but was %s"
              .formatted(declineRisk, recoveredRisk));
    }
    if (recoveredDays < 1 || recoveredDays > 91) {
      throw new IllegalArgumentException("recovered days must be 1 to 91 but was " + recoveredDays);
    }
  }

  /**
   * The stage on a day of a customer who is here, without regard to earlier days.
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
