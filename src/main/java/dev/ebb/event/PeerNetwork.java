package dev.ebb.event;

/** Where the other party of a call or message is subscribed. */
public enum PeerNetwork {
  /** Not stated by the feed. */
  UNKNOWN,
  /** The same operator. */
  ON_NET,
  /** Another operator of the same country. */
  OFF_NET,
  /** Abroad. */
  INTERNATIONAL
}
