package dev.ebb.signal;

import java.io.Serializable;

/**
 * Turns a number into a strength, by two straight lines: {@code usual} at {@code normal}, 0.5 at
 * {@code threshold}, 1 from {@code extreme} on. The scale may rise or fall. Before {@code normal}
 * the strength is 0 or, where there is a usual one, it fades as {@code usual * normal / x}: so even
 * those who are well are ranked.
 *
 * <pre>
 * strength(x) = usual + (0.5 - usual) * (x - normal) / (threshold - normal)   up to the threshold
 *             = 0.5 + 0.5 * (x - threshold) / (extreme - threshold)           from there on
 * </pre>
 *
 * cut to [0, 1].
 *
 * @param usual in [0, 0.5), above 0 on a falling scale only
 */
public record Grade(double normal, double threshold, double extreme, double usual)
    implements Serializable {
  /** What is left of a fall's strength where nothing has changed: little, but above a rise's. */
  static final double UNCHANGED = 0.1;

  /** A scale on which nothing is seen up to {@code normal}. */
  public Grade(double normal, double threshold, double extreme) {
    this(normal, threshold, extreme, 0);
  }

  public Grade {
    boolean rising = normal < threshold && threshold < extreme;
    boolean falling = normal > threshold && threshold > extreme;
    if (!rising && !falling) {
      throw new IllegalArgumentException(
          "threshold must lie between normal and extreme but was %s, between %s and %s"
              .formatted(threshold, normal, extreme));
    }
  }

  /** A fall to {@code threshold} of what is usual: next to nothing from 1 on, all at 0. */
  public static Grade fallTo(double threshold) {
    return new Grade(1, threshold, 0, UNCHANGED);
  }

  /** As strong as it looks, but no alarm before the proof is one: until then it ranks. */
  static double proven(double strength, double proof) {
    return Math.min(strength, Math.max(FallGrade.NO_ALARM, proof));
  }

  /** The strength of {@code x}. */
  public double strength(double x) {
    double towards = (x - normal) / (threshold - normal);
    if (towards <= 0) {
      return usual == 0 ? 0 : usual * normal / x;
    }
    double strength =
        towards <= 1
            ? usual + (Reading.THRESHOLD - usual) * towards
            : Reading.THRESHOLD + (1 - Reading.THRESHOLD) * (x - threshold) / (extreme - threshold);
    return Math.max(0, Math.min(1, strength));
  }
}
