package dev.ebb.simulate;

import java.util.Locale;

/** In which way a record is unreadable or unbelievable. */
public enum BrokenKind {
  /** Cut off in the middle. */
  NOT_JSON,
  /** Without customer, time, kind or amount. */
  MISSING_FIELD,
  /** An amount below zero. */
  NEGATIVE,
  /** A kind that nobody has heard of. */
  UNKNOWN_KIND,
  /** Bytes in the customer's id that are no UTF-8. */
  INVALID_UTF8,
  /** A time more than a year ahead. */
  FUTURE;

  private static final BrokenKind[] ALL = values();

  /** The word in summaries. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static BrokenKind draw(Dice dice) {
    return ALL[dice.between(0, ALL.length - 1)];
  }
}
