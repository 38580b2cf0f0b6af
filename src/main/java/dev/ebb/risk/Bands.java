package dev.ebb.risk;

import java.io.Serializable;

/**
 * Where the bands of risk begin, each in (0, 1] and above the one before.
 *
 * @param elevated lowest risk of {@link Band#ELEVATED}
 * @param high lowest risk of {@link Band#HIGH}
 * @param severe lowest risk of {@link Band#SEVERE}
 */
public record Bands(double elevated, double high, double severe) implements Serializable {

  /** The shipped thresholds. */
  public static final Bands DEFAULT = new Bands(0.15, 0.30, 0.50);

  public Bands {
    if (!(elevated > 0 && high > elevated && severe > high && severe <= 1)) {
      throw new IllegalArgumentException(
          "bands must be 0 < elevated < high < severe <= 1 but were %s, %s, %s"
              .formatted(elevated, high, severe));
    }
  }

  /** The band of a risk. */
  public Band of(double risk) {
    if (risk >= severe) {
      return Band.SEVERE;
    }
    if (risk >= high) {
      return Band.HIGH;
    }
    return risk >= elevated ? Band.ELEVATED : Band.LOW;
  }
}
