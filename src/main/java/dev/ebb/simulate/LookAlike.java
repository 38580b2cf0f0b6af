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
  LAPSED,
  /** Calls are forwarded for good, to a number of this network. */
  FORWARDED_ON_NET,
  /** Chooses a dearer plan. */
  UPGRADED,
  /** Rings a rival's shop once or twice. */
  CURIOUS,
  /** Is barred for a bill and pays it days later. */
  PAID_LATE,
  /** A new customer in a household whose others stay: nobody who was there before. */
  FIRST_LINE;

  private static final LookAlike[] ALL = values();

  /** Any but {@link #FIRST_LINE}, which only newcomers can be. */
  static LookAlike draw(Dice dice) {
    return ALL[dice.pick(0.16, 0.16, 0.12, 0.12, 0.15, 0.08, 0.05, 0.05, 0.06, 0.05)];
  }

  /** The word in {@code lookalikes.csv}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
