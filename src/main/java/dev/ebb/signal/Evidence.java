package dev.ebb.signal;

/** Numbers for people, in order of importance: percentages whole, others to one decimal. */
final class Evidence {

  /** As many as any detector tells. */
  private static final int MOST = 6;

  private final String[] names = new String[MOST];
  private final double[] values = new double[MOST];
  private int count;

  Evidence percent(String name, double share) {
    return add(name, Math.round(share * 100));
  }

  Evidence number(String name, double value) {
    return add(name, Math.round(value * 10) / 10.0);
  }

  private Evidence add(String name, double value) {
    names[count] = name;
    values[count++] = value;
    return this;
  }

  /** The reading; without evidence where there is nothing to see. */
  Reading reading(double strength, boolean mature) {
    return strength == 0
        ? Reading.NONE
        : new Reading(strength, mature, new Numbers(names, values, count));
  }
}
