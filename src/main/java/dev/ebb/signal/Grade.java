package dev.ebb.signal;

import java.io.Serializable;

/**
 * Turns a number into a strength, by two straight lines: 0 up to {@code normal}, 0.5 at {@code
 * threshold}, 1 from {@code extreme} on. The scale may rise or fall.
 *
 * <pre>
 * strength(x) = 0.5 * (x - normal) / (threshold - normal)              up to the threshold
 *             = 0.5 + 0.5 * (x - threshold) / (extreme - threshold)    from there on
 * </pre>
 *
 * cut to [0, 1].
 */
public record Grade(double normal, double threshold, double extreme) implements Serializable {

  public Grade {
    boolean rising = normal < threshold && threshold < extreme;
    boolean falling = normal > threshold && threshold > extreme;
    if (!rising && !falling) {
      throw new IllegalArgumentException(
          "threshold must lie between normal and extreme but was %s, between %s and %s"
              .formatted(threshold, normal, extreme));
    }
  }

  /** A fall to {@code threshold} of what is usual: nothing at 1 and above, all at 0. */
  public static Grade fallTo(double threshold) {
    return new Grade(1, threshold, 0);
  }

  /** The strength of {@code x}. */
  public double strength(double x) {
    double towards = (x - normal) / (threshold - normal);
    double strength =
        towards <= 1
            ? Reading.THRESHOLD * towards
            : Reading.THRESHOLD + (1 - Reading.THRESHOLD) * (x - threshold) / (extreme - threshold);
    return Math.max(0, Math.min(1, strength));
  }
}
