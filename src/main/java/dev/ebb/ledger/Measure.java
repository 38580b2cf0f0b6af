package dev.ebb.ledger;

import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;

/** What a tile adds up. The order is part of the state format: append only. */
public enum Measure {
  /** Outgoing voice, seconds. */
  VOICE_OUT(Feed.USAGE),
  /** Incoming voice, seconds. */
  VOICE_IN(Feed.USAGE),
  /** Messages sent. */
  SMS_OUT(Feed.USAGE),
  /** Messages received. */
  SMS_IN(Feed.USAGE),
  /** Data, bytes. */
  DATA(Feed.USAGE),
  /** Charges and bills less refunds, minor units; may be negative on a day of refunds. */
  SPEND(Feed.SPEND),
  /** Top-ups, minor units. */
  TOPUP(Feed.SPEND);

  private static final Measure[] ALL = values();

  /** Number of measures. */
  public static final int COUNT = ALL.length;

  private final Feed feed;

  Measure(Feed feed) {
    this.feed = feed;
  }

  /** The feed whose presence decides whether a day of this measure is known. */
  public Feed feed() {
    return feed;
  }

  /** The measure with this ordinal. */
  public static Measure at(int ordinal) {
    return ALL[ordinal];
  }

  /**
   * The measure that an event of this kind adds to, or null: a payment settles a bill and adds to
   * none.
   */
  public static Measure of(EventKind kind) {
    return switch (kind) {
      case VOICE_OUT -> VOICE_OUT;
      case VOICE_IN -> VOICE_IN;
      case SMS_OUT -> SMS_OUT;
      case SMS_IN -> SMS_IN;
      case DATA -> DATA;
      case CHARGE, BILL, REFUND -> SPEND;
      case TOPUP -> TOPUP;
      case PAYMENT, PROFILE, ERASE, CARE, OUTCOME -> null;
    };
  }
}
