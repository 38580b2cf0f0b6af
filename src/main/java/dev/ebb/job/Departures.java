package dev.ebb.job;

import dev.ebb.codec.Peers;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Profile;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.History;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells of customers who leave, for those who are close to them. A customer is known to others by
 * their number, so this reaches friends where the customer id is the number.
 */
final class Departures {
  private static final Set<Care.Kind> LEAVING =
      EnumSet.of(Care.Kind.PORTED_OUT, Care.Kind.CANCELLED);

  private final Peers peers = new Peers();
  private final Days days;

  Departures(ZoneId zone) {
    days = new Days(zone);
  }

  /** The departure that this event tells of, or null. */
  Control of(Event event) {
    boolean leaves =
        event.care() != null && LEAVING.contains(event.care().kind())
            || event.profile() != null && event.profile().status() == Profile.Status.LEFT;
    return leaves
        ? Control.departed(History.person(peers.of(event.customerId())), days.dayOf(event.at()))
        : null;
  }
}
