package dev.ebb.event;

/** What happened. The order is part of the state format: append only. */
public enum EventKind {
  /** Outgoing call; amount in seconds. */
  VOICE_OUT("voice-out", Feed.USAGE),
  /** Incoming call; amount in seconds. */
  VOICE_IN("voice-in", Feed.USAGE),
  /** Messages sent; amount in messages. */
  SMS_OUT("sms-out", Feed.USAGE),
  /** Messages received; amount in messages. */
  SMS_IN("sms-in", Feed.USAGE),
  /** Data session; amount in bytes. */
  DATA("data", Feed.USAGE),
  /** Rated usage or fee; amount in minor units of the currency, as for all spend. */
  CHARGE("charge", Feed.SPEND),
  /** Prepaid balance bought. */
  TOPUP("topup", Feed.SPEND),
  /** Bill issued. */
  BILL("bill", Feed.SPEND),
  /** Bill paid. */
  PAYMENT("payment", Feed.SPEND),
  /** Money given back; a positive amount that lowers spend. */
  REFUND("refund", Feed.SPEND),
  /** A customer's profile; the newest {@code at} wins. */
  PROFILE("profile", Feed.CUSTOMERS),
  /** Erasure of everything known about a customer. */
  ERASE("erase", Feed.CUSTOMERS),
  /** A care event; see {@link Care}. */
  CARE("care", Feed.CARE),
  /** What became of a case; see {@link Outcome}. */
  OUTCOME("outcome", Feed.OUTCOMES);

  private final String label;
  private final Feed feed;

  EventKind(String label, Feed feed) {
    this.label = label;
    this.feed = feed;
  }

  /** The word on the wire, for example {@code voice-out}. */
  public String label() {
    return label;
  }

  /** The feed that carries this kind. */
  public Feed feed() {
    return feed;
  }

  /**
   * Whether the customer did this by their own decision: calls, sends, surfs or tops up. Receiving
   * a call or being charged a fee is no sign of life.
   */
  public boolean isOwnAction() {
    return this == VOICE_OUT || this == SMS_OUT || this == DATA || this == TOPUP;
  }
}
