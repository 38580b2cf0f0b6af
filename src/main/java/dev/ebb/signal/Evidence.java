package dev.ebb.signal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers for people, in order of importance: percentages whole, others to one decimal. */
final class Evidence {

  private final Map<String, Double> numbers = new LinkedHashMap<>();

  Evidence percent(String name, double share) {
    numbers.put(name, (double) Math.round(share * 100));
    return this;
  }

  Evidence number(String name, double value) {
    numbers.put(name, Math.round(value * 10) / 10.0);
    return this;
  }

  /** The reading; without evidence where there is nothing to see. */
  Reading reading(double strength, boolean mature) {
    return strength == 0 ? Reading.NONE : new Reading(strength, mature, numbers);
  }
}
