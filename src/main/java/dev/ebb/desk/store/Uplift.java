package dev.ebb.desk.store;

/**
 * What working the cases of a playbook is worth: of those drawn to be worked, whether anybody came
 * to call them or not, and of those held out, how many left within 60 days of the case. Cases
 * without 60 days behind them do not count yet.
 *
 * <p>The interval is method 10 of R. G. Newcombe, "Interval estimation for the difference between
 * independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998), 873 to
 * 890: the squares of the distances to the ends of the two shares' own score intervals (E. B.
 * Wilson, 1927) add up. It holds also where few or none have left.
 *
 * @param left of the treated
 * @param heldOutLeft of the held out
 */
public record Uplift(String playbook, long treated, long left, long heldOut, long heldOutLeft) {
  /** For 95 % confidence. */
  private static final double Z = 1.959964;

  /** Whether there is anything to compare. */
  public boolean isKnown() {
    return treated > 0 && heldOut > 0;
  }

  /** Share that left of the treated, 0 to 1. */
  public double leftShare() {
    return (double) left / treated;
  }

  /** Share that left of the held out, 0 to 1. */
  public double heldOutLeftShare() {
    return (double) heldOutLeft / heldOut;
  }

  /** By how much fewer left for being worked, -1 to 1. */
  public double difference() {
    return heldOutLeftShare() - leftShare();
  }

  /** The lower end of the difference's confidence interval of 95 %, -1 to 1. */
  public double low() {
    Interval with = Interval.of(left, treated);
    Interval without = Interval.of(heldOutLeft, heldOut);
    return difference() - Math.hypot(heldOutLeftShare() - without.low(), with.high() - leftShare());
  }

  /** The upper end. */
  public double high() {
    Interval with = Interval.of(left, treated);
    Interval without = Interval.of(heldOutLeft, heldOut);
    return difference() + Math.hypot(without.high() - heldOutLeftShare(), leftShare() - with.low());
  }

  /** Wilson's score interval of a share. */
  private record Interval(double low, double high) {
    static Interval of(long part, long all) {
      double share = (double) part / all;
      double middle = share + Z * Z / (2 * all);
      double reach = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
      double scale = 1 + Z * Z / all;
      return new Interval((middle - reach) / scale, (middle + reach) / scale);
    }
  }
}
