package dev.ebb.simulate;

import java.util.Locale;

/** Why, and so how, a customer leaves. */
public enum Cause {
  /** Uses less and less over weeks. */
  SLOW_FADE,
  /** Is there one day and gone the next. */
  SUDDEN_STOP,
  /** The discount ends, is not renewed, and soon the customer is gone. */
  PLAN_LAPSE,
  /** Complains two or three times, is not helped, cancels. */
  COMPLAINT,
  /** A prepaid customer whose top-ups come ever further apart. */
  QUIET_TOPUPS,
  /** Calls and surfs with another card while the old number is still called. */
  SECOND_SIM,
  /** Asks how to take the number along, asks for the code, is gone. */
  PORT_OUT;

  private static final Cause[] ALL = values();

  static Cause draw(Dice dice) {
    return ALL[dice.pick(0.22, 0.14, 0.15, 0.12, 0.14, 0.13, 0.10)];
  }

  /** The word in {@code truth.csv}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the operator is told: a {@code cancelled} or {@code ported-out} care event. */
  public boolean isAnnounced() {
    return this == PLAN_LAPSE || this == COMPLAINT || this == PORT_OUT;
  }
}
