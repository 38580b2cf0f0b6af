package dev.ebb.simulate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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
  PORT_OUT,
  /** Rings a rival's shops several times, then takes the number along. */
  RIVAL_OFFER,
  /** Has all calls forwarded to a card of another network, and drops this one. */
  FORWARDED,
  /** Chooses a cheaper plan, uses less and less, cancels. */
  DOWNGRADE,
  /** Does not pay, is barred, and is cut off in the end. */
  ARREARS,
  /** Leaves the employer whose group the line is in. */
  LEFT_EMPLOYER,
  /** Lives in another region for weeks, then takes a local number. */
  MOVED_AWAY,
  /** Talks as much as ever, to ever fewer people, and stops. */
  SHRINKING_CIRCLE,
  /** Follows the one called most, who has left a little before. */
  CLOSE_CONTACT_LEFT,
  /** Leaves when the discount has ended, to have a new customer's under another number. */
  JOINS_AGAIN;

  private static final Set<Cause> UNANNOUNCED =
      EnumSet.of(SLOW_FADE, SUDDEN_STOP, QUIET_TOPUPS, SECOND_SIM, FORWARDED, SHRINKING_CIRCLE);
  private static final Set<Cause> PORTING = EnumSet.of(PORT_OUT, RIVAL_OFFER);

  private static final Cause[] ALL = values();

  /** Any but {@link #CLOSE_CONTACT_LEFT} and {@link #JOINS_AGAIN}, which take two. */
  static Cause draw(Dice dice) {
    return ALL[
        dice.pick(
            0.15, 0.10, 0.11, 0.09, 0.10, 0.09, 0.07, 0.06, 0.04, 0.05, 0.04, 0.03, 0.04, 0.03)];
  }

  /** The word in {@code truth.csv}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the operator is told: a {@code cancelled} or {@code ported-out} care event. */
  public boolean isAnnounced() {
    return !UNANNOUNCED.contains(this);
  }

  /** Whether the number goes along to another operator. */
  boolean takesTheNumberAlong() {
    return PORTING.contains(this);
  }
}
