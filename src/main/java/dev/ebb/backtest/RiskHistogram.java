package dev.ebb.backtest;

/**
 * Customer-days by risk, in 50,001 steps of the risk's square root: fine where most customers are,
 * 0.00004 wide at the most. So any number of days is ranked in bounded memory; two risks in one
 * step count as equal.
 */
final class RiskHistogram {
  private static final int STEPS = 50_000;

  private final long[] counts = new long[STEPS + 1];
  private long total;

  /** Counts a risk in [0, 1]. */
  void add(double risk) {
    counts[(int) Math.round(Math.sqrt(risk) * STEPS)]++;
    total++;
  }

  long total() {
    return total;
  }

  /**
   * The chance that a leaver's day has a higher risk than a stayer's, ties counted half; NaN where
   * there is none of either.
   */
  static double auc(RiskHistogram leave, RiskHistogram stay) {
    double above = 0;
    long below = 0;
    for (int step = 0; step <= STEPS; step++) {
      above += leave.counts[step] * (below + stay.counts[step] / 2.0);
      below += stay.counts[step];
    }
    return above / ((double) leave.total * stay.total);
  }

  /**
   * How many leavers' days lie among the days with the highest risks; of the step in which the
   * limit lies, the same share of both.
   *
   * @param share of all days, in (0, 1]
   */
  static double hitsAmongTop(double share, RiskHistogram leave, RiskHistogram stay) {
    double room = share * (leave.total + stay.total);
    double hits = 0;
    for (int step = STEPS; step >= 0 && room > 0; step--) {
      long both = leave.counts[step] + stay.counts[step];
      double taken = Math.min(both, room);
      hits += both == 0 ? 0 : leave.counts[step] * taken / both;
      room -= taken;
    }
    return hits;
  }
}
