package dev.ebb.simulate;

import java.util.Locale;

/** What makes a customer look like a leaver who is none. */
public enum LookAlike {
  /** Two weeks abroad, nearly silent. */
  HOLIDAY,
  /** One to three weeks of work in another region. */
  TRAVEL,
  /** A week without a working phone. */
  BROKEN_PHONE,
  /** A month at half the usual level. */
  SEASONAL_DIP,
  /** The discount was about to end and was renewed in time. */
  RENEWED,
  /** The discount ended, and the customer stays all the same. */
  LAPSED;

  private static final LookAlike[] ALL = values();

  static LookAlike draw(Dice dice) {
    return ALL[dice.pick(0.2, 0.2, 0.15, 0.15, 0.2, 0.1)];
  }

  /** The word in {@code lookalikes.csv}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
