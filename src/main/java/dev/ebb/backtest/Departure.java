package dev.ebb.backtest;

/**
 * When and why a customer left.
 *
 * @param day epoch day in the operator's zone
 * @param cause or {@link #UNKNOWN}
 */
record Departure(int day, String cause) {
  static final String UNKNOWN = "unknown";

  /** Whether the customer leaves within {@code (from, from + days]}. */
  boolean isWithin(int from, int days) {
    return day > from && day <= from + days;
  }
}
