package dev.ebb.backtest;

/**
 * How far ahead a judgement is asked to see.
 *
 * @param days 1 or more
 */
public record Horizon(int days) {

  /** What a day turned out to be. */
  public enum Fate {
    /** The customer leaves within the horizon. */
    LEAVES,
    /** The customer does not. */
    STAYS,
    /** Nobody can tell: the customer has left already, or the data ends before the horizon. */
    UNKNOWN
  }

  /**
   * What became of a customer after a day.
   *
   * @param departure null for a customer who never left
   * @param lastDay the data's last day
   */
  Fate after(int day, Departure departure, int lastDay) {
    if (departure != null) {
      if (departure.day() <= day) {
        return Fate.UNKNOWN;
      }
      return departure.isWithin(day, days) ? Fate.LEAVES : Fate.STAYS;
    }
    return day + days <= lastDay ? Fate.STAYS : Fate.UNKNOWN;
  }
}
