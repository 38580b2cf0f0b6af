package dev.ebb.codec;

import dev.ebb.event.PhoneNumber;

/**
 * Turns the names of parties into {@link dev.ebb.event.Event#peer}. Not safe for concurrent use.
 */
public final class Peers {

  private final Fingerprint hashes = new Fingerprint("peer");

  /** The number itself, or a negative hash of any other name. Never 0. */
  public long of(String text) {
    long number = PhoneNumber.of(text);
    return number != 0 ? number : hashes.of(text) | Long.MIN_VALUE;
  }
}
