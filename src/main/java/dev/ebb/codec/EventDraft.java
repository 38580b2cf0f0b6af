package dev.ebb.codec;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Outcome;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Profile;
import dev.ebb.event.Spread;

/** An event in the making; reused from record to record. */
final class EventDraft {
  EventKind kind;
  String customerId;
  long at;
  long fingerprint;
  long amount;
  Spread spread;
  String region;
  long peer;
  PeerNetwork peerNetwork;
  boolean roaming;
  Profile profile;
  Care care;
  Outcome outcome;

  EventDraft() {
    clear();
  }

  void clear() {
    kind = null;
    customerId = null;
    at = 0;
    fingerprint = 0;
    amount = 0;
    spread = Spread.NONE;
    region = null;
    peer = 0;
    peerNetwork = PeerNetwork.UNKNOWN;
    roaming = false;
    profile = null;
    care = null;
    outcome = null;
  }

  Event finish(int origin, long appendedAt, byte[] raw) {
    return new Event(
        kind,
        customerId,
        at,
        fingerprint,
        amount,
        spread,
        region,
        peer,
        peerNetwork,
        roaming,
        origin,
        appendedAt,
        profile,
        care,
        outcome,
        raw);
  }
}
