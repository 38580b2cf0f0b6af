package dev.ebb.signal;

import java.util.Map;

/**
 * What a detector saw.
 *
 * @param strength in [0, 1], 0.5 at the rule's threshold, continuous on both sides
 * @param mature whether everything the comparison needs was known; an immature reading is never
 *     acted upon
 * @param ofPeriod whether it stands for a whole period, so that one close speaks for all of them
 * @param evidence the numbers behind it, each with its unit in its name, in order of importance
 */
public record Reading(
    double strength, boolean mature, boolean ofPeriod, Map<String, Double> evidence) {

  /** The strength at a rule's threshold. */
  public static final double THRESHOLD = 0.5;

  /** Nothing to see, or nothing to compare with. */
  public static final Reading NONE = new Reading(0, true, false, Map.of());

  public Reading {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength must be in [0, 1] but was " + strength);
    }
    evidence = Numbers.copyOf(evidence);
  }

  /** A reading of one day. */
  public Reading(double strength, boolean mature, Map<String, Double> evidence) {
    this(strength, mature, false, evidence);
  }

  /** The same as the reading of a whole period. */
  Reading ofPeriod(boolean isOfPeriod) {
    return isOfPeriod == ofPeriod ? this : new Reading(strength, mature, isOfPeriod, evidence);
  }

  /** Whether the threshold is reached. */
  public boolean isAlarm() {
    return strength >= THRESHOLD;
  }
}
