package dev.ebb.simulate;

import java.util.Locale;

/** Where a customer is at home. */
public enum Region {
  NORTH,
  EAST,
  SOUTH,
  WEST;

  private static final Region[] ALL = values();

  /** The word on the wire. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Region draw(Dice dice) {
    return ALL[dice.pick(0.3, 0.3, 0.25, 0.15)];
  }

  Region neighbour() {
    return switch (this) {
      case NORTH -> EAST;
      case EAST -> SOUTH;
      case SOUTH -> WEST;
      case WEST -> NORTH;
    };
  }
}
