package dev.ebb.retention;

import java.util.OptionalInt;

/**
 * How many cases a day may become contactable.
 *
 * @param perDay at least 0; empty: as many as there are
 */
public record AlertBudget(OptionalInt perDay) {

  /** No bound. */
  public static final AlertBudget UNLIMITED = new AlertBudget(OptionalInt.empty());

  public AlertBudget {
    if (perDay.isPresent() && perDay.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "alert budget must be at least 0 a day but was " + perDay.getAsInt());
    }
  }

  /** At most so many cases a day; 0 admits nobody. */
  public static AlertBudget of(int perDay) {
    return new AlertBudget(OptionalInt.of(perDay));
  }

  boolean isUnlimited() {
    return perDay.isEmpty();
  }

  boolean isSpentBy(int admitted) {
    return perDay.isPresent() && admitted >= perDay.getAsInt();
  }
}
