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

  /** A profile, care event or erasure passes on to Watch, in order with the days. */
  void passed(Event event);

  /** A day was closed. */
  void closed(DayClosed day);

  /** The silent customer acted again at this instant after so many days without an own action. */
  void returned(String customerId, long at, int gapDays);

  /** A first event of a customer the ledger did not know. */
  void appeared(String customerId);

  /** Everything about the customer has been dropped after a long silence. */
  void forgotten(String customerId, long at);

  /**
   * Use that counts for the base index of an open day.
   *
   * @param first whether this is the customer's first use of that measure on that day
   */
  void used(String region, int day, Measure measure, long amount, boolean first);
}
