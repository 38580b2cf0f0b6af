package dev.ebb.risk;

/** Which call comes first. */
public final class Priority {

  private Priority() {}

  /**
   * Value x risk x save: the money a month that a call can be expected to keep, in minor units. The
   * highest risk alone is not the best call.
   *
   * @param risk in [0, 1]
   * @param save share of such leavers that can be persuaded, in [0, 1]
   */
  public static double of(Value value, double risk, double save) {
    return value.arpu() * risk * save;
  }
}
