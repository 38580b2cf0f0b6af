package dev.ebb.signal;

/**
 * Grades a fall by how far use has fallen, 0.5 at the threshold, as far as that is sure. A fall by
 * so many standard deviations of the customer's own swing is sure and graded in full; of one by
 * half as many, a quarter of what it is more than no change counts, and so on by the square. Square
 * roots are compared: what comes in lumps has a variance that grows with its level, and that of the
 * root stays.
 *
 * @param threshold share of the own baseline, in (0, 1)
 * @param sureAt standard deviations, 0.5 to 6
 */
record FallGrade(double threshold, double sureAt) {
  /** The strongest that is no alarm. */
  static final double NO_ALARM = Math.nextDown(Reading.THRESHOLD);

  /**
   * @param ratio of the window to the baseline, each per usual day, at least 0
   * @param variance of a usual day's use over its mean squared
   * @param days in the window
   * @param daysBefore in the baseline
   */
  double strength(double ratio, double variance, double days, double daysBefore) {
    double deviation = Math.sqrt(variance * (1 / days + 1 / daysBefore)) / 2;
    double deviations = (1 - Math.sqrt(ratio)) / deviation;
    double fall = Grade.fallTo(threshold).strength(ratio);
    double sureness = Math.min(1, deviations * deviations / (sureAt * sureAt));
    return ratio >= 1 ? fall : Grade.UNCHANGED + (fall - Grade.UNCHANGED) * sureness;
  }

  /** Of one measure. */
  double strength(Comparison use) {
    double strength =
        forGrainOf(use)
            .strength(
                use.ratio(), use.course().variance(), use.window().days(), use.baseline().days());
    return unlessAway(use.away(), strength);
  }

  /** A customer who is away is ranked, and left to the rules of silence. */
  static double unlessAway(boolean away, double strength) {
    return away ? Math.min(NO_ALARM, strength) : strength;
  }

  /** A period is looked at once, days again and again: chance needs to be kept out less. */
  FallGrade forGrainOf(Comparison use) {
    return use.ofPeriods() ? ofPeriods() : this;
  }

  /** The grade of periods. */
  FallGrade ofPeriods() {
    return new FallGrade(threshold, sureAt / 2);
  }
}
