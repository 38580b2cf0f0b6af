package dev.ebb.simulate;

import dev.ebb.event.Care;
import dev.ebb.event.EventKind;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Profile;
import java.time.Duration;
import java.util.Comparator;

/**
 * A record before it is written: kept by the hundred thousand while a day waits to be sent.
 *
 * @param day the day it was made on; with {@code sequence} its place among the customer's records
 * @param at event time, epoch milliseconds
 * @param peer the other party's number without its prefix; with {@link PeerNetwork#UNKNOWN} none
 * @param whereabouts where the customer was
 * @param profile for profiles, else null
 * @param care for care events, else null
 * @param emittedAt when it is sent, epoch milliseconds
 * @param broken how it is broken, or null
 * @param repeat whether it is sent for the second time
 */
record Draft(
    Customer customer,
    int day,
    int sequence,
    EventKind kind,
    long at,
    long amount,
    int peer,
    PeerNetwork network,
    Phase.Whereabouts whereabouts,
    Profile profile,
    Care care,
    long emittedAt,
    BrokenKind broken,
    boolean repeat) {

  /** The order of sending; ties are settled so that it does not depend on who was drawn first. */
  static final Comparator<Draft> AS_SENT =
      Comparator.comparingLong(Draft::emittedAt)
          .thenComparingInt(draft -> draft.customer.number())
          .thenComparingInt(Draft::day)
          .thenComparingInt(Draft::sequence)
          .thenComparing(Draft::repeat)
          .thenComparing(draft -> draft.broken != null);

  private static final Duration FAR_AHEAD = Duration.ofDays(400);

  Draft sentAt(long newEmittedAt) {
    return sentAs(at, newEmittedAt, null, repeat);
  }

  Draft repeatedAt(long newEmittedAt) {
    return sentAs(at, newEmittedAt, null, true);
  }

  Draft brokenAt(long newEmittedAt, BrokenKind newBroken) {
    long newAt = newBroken == BrokenKind.FUTURE ? at + FAR_AHEAD.toMillis() : at;
    return sentAs(newAt, newEmittedAt, newBroken, repeat);
  }

  private Draft sentAs(long newAt, long newEmittedAt, BrokenKind newBroken, boolean newRepeat) {
    return new Draft(
        customer,
        day,
        sequence,
        kind,
        newAt,
        amount,
        peer,
        network,
        whereabouts,
        profile,
        care,
        newEmittedAt,
        newBroken,
        newRepeat);
  }
}
