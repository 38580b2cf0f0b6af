package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.RejectReason;

/** What leaves the ledger. */
public interface LedgerOutput {

  /** An event was accepted and counted once. {@code late}: it went into a day already closed. */
  void accepted(Event event, boolean late);

  /** An event's id was already counted. */
  void duplicate(Event event);

  /** An event cannot be counted; the message names field, bound and value. */
  void rejected(Event event, RejectReason reason, String message);

  /**
   * A profile, care event, outcome or erasure was counted once and passes on to Watch, in order
   * with the days; {@link #accepted} is not called for it.
   */
  void passed(Event event);

  /** A day was closed. */
  void closed(DayClosed day);

  /**
   * The silent customer acted again at this instant; {@code gapDays} whole days lay between without
   * an own action.
   */
  void returned(String customerId, long at, int gapDays);

  /**
   * The first usage or spend event of a customer: from this day on they count among the known ones.
   */
  void appeared(String customerId, String region, int day);

  /**
   * A customer has been among the known ones since this earlier day: where one feed is read ahead
   * of another, the first event to come need not be the first that happened.
   */
  default void appearedEarlier(String region, int day, int instead) {}

  /** A known customer's home region has changed; either may be null. */
  default void moved(String customerId, String fromRegion, String toRegion, int day) {}

  /** The customer has called or written to a number of the watch list. */
  default void contacted(String customerId, long at) {}

  /** Everything about the customer has been dropped after a long silence. */
  void forgotten(String customerId, long at);

  /**
   * Use that counts for the base index of a day whose index is not due yet.
   *
   * @param region the customer's home region, or null
   * @param amount negative for a refund
   * @param first whether this is the customer's first use of that measure on that day
   */
  void used(String region, int day, Measure measure, long amount, boolean first);
}
