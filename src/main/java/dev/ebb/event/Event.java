package dev.ebb.event;

import java.util.function.Consumer;

/**
 * One thing that happened to one customer, flat, as it travels from the decoder to the ledger.
 *
 * @param kind what happened
 * @param customerId the key, never null or empty
 * @param at when, epoch milliseconds; for a spread record the start of its period
 * @param fingerprint 64-bit hash of feed and event id; equal fingerprints within 24 hours are one
 *     event. Zero where the feed has no ids (profiles)
 * @param amount seconds, messages, bytes or minor units by kind; never negative
 * @param spread the period this record sums up
 * @param region where it happened, or null
 * @param peer the other party: a {@link PhoneNumber}, or the negative hash of another name; 0 if
 *     unknown
 * @param peerNetwork the other party's network
 * @param roaming whether the customer was abroad
 * @param origin index of the feed binding (topic or file with its mapping) that this came from
 * @param appendedAt the record's Kafka timestamp, epoch milliseconds; {@link Long#MIN_VALUE} for
 *     files
 * @param profile for {@link EventKind#PROFILE}, else null
 * @param care for {@link EventKind#CARE}, else null
 * @param outcome for {@link EventKind#OUTCOME}, else null
 * @param raw the record it came from, packed, for as long as the ledger may yet refuse it; else
 *     null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are passed on untouched
public record Event(
    EventKind kind,
    String customerId,
    long at,
    long fingerprint,
    long amount,
    Spread spread,
    String region,
    long peer,
    PeerNetwork peerNetwork,
    boolean roaming,
    int origin,
    long appendedAt,
    Profile profile,
    Care care,
    Outcome outcome,
    byte[] raw) {

  /** A usage or spend event at one instant, without context. */
  public static Event of(
      EventKind kind, String customerId, long at, long fingerprint, long amount) {
    return new Event(
        kind,
        customerId,
        at,
        fingerprint,
        amount,
        Spread.NONE,
        null,
        0,
        PeerNetwork.UNKNOWN,
        false,
        0,
        Long.MIN_VALUE,
        null,
        null,
        null,
        null);
  }

  /** A profile event. */
  public static Event of(String customerId, Profile profile) {
    return of(EventKind.PROFILE, customerId, profile.at(), 0, 0)
        .changed(it -> it.profile = profile);
  }

  /** A care event. */
  public static Event of(String customerId, long at, long fingerprint, Care care) {
    return of(EventKind.CARE, customerId, at, fingerprint, 0).changed(it -> it.care = care);
  }

  /** The outcome of a case. */
  public static Event of(String customerId, long at, long fingerprint, Outcome outcome) {
    return of(EventKind.OUTCOME, customerId, at, fingerprint, 0)
        .changed(it -> it.outcome = outcome);
  }

  /** The erasure of a customer at an instant. */
  public static Event erase(String customerId, long at) {
    return of(EventKind.ERASE, customerId, at, 0, 0);
  }

  /** This record as the sum of a whole period. */
  public Event with(Spread newSpread) {
    return changed(it -> it.spread = newSpread);
  }

  /** This event with the packed record it came from, or null for one who will not need it. */
  public Event withRaw(byte[] newRaw) {
    return changed(it -> it.raw = newRaw);
  }

  /** This event as of another instant. */
  public Event happenedAt(long newAt) {
    return changed(it -> it.at = newAt);
  }

  private Event changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.event();
  }

  /** An event whose changeable parts are changed. */
  private static final class Copy {
    private final Event from;
    private long at;
    private Spread spread;
    private Profile profile;
    private Care care;
    private Outcome outcome;
    private byte[] raw;

    Copy(Event from) {
      this.from = from;
      this.at = from.at;
      this.spread = from.spread;
      this.profile = from.profile;
      this.care = from.care;
      this.outcome = from.outcome;
      this.raw = from.raw;
    }

    Event event() {
      return new Event(
          from.kind,
          from.customerId,
          at,
          from.fingerprint,
          from.amount,
          spread,
          from.region,
          from.peer,
          from.peerNetwork,
          from.roaming,
          from.origin,
          from.appendedAt,
          profile,
          care,
          outcome,
          raw);
    }
  }
}
