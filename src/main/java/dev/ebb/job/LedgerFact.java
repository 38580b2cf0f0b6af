package dev.ebb.job;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.ledger.DayClosed;
import java.util.Map;

/**
 * What the ledger tells Watch, flat.
 *
 * @param at event time, epoch milliseconds
 * @param triggeredAt wall clock of the cause, see {@link dev.ebb.codec.Dispatch}
 * @param closed for {@link Kind#CLOSED}, else null
 * @param passed for {@link Kind#PASSED}, else null
 * @param gapDays for {@link Kind#RETURNED}, else 0
 */
public record LedgerFact(
    Kind kind,
    String customerId,
    long at,
    long triggeredAt,
    DayClosed closed,
    Event passed,
    int gapDays) {

  /** What happened. The order is part of the wire format: append only. */
  public enum Kind {
    /** A day was closed. */
    CLOSED,
    /** A profile, care event, outcome or erasure. */
    PASSED,
    /** A silent customer acted again. */
    RETURNED,
    /** The ledger has dropped the customer. */
    FORGOTTEN
  }

  static LedgerFact closed(DayClosed day, long triggeredAt) {
    return new LedgerFact(Kind.CLOSED, day.customerId(), day.closedAt(), triggeredAt, day, null, 0);
  }

  /** Without its record: Watch refuses nothing. */
  static LedgerFact passed(Event event, long triggeredAt) {
    return new LedgerFact(
        Kind.PASSED, event.customerId(), event.at(), triggeredAt, null, event.withRaw(null), 0);
  }

  /** Contact with a watched number: heard like any other care event. */
  static LedgerFact contact(String customerId, long at, long triggeredAt) {
    Care contact = new Care(Care.Kind.COMPETITOR_CONTACT, Care.Source.NETWORK, Map.of());
    return passed(Event.of(customerId, at, 0, contact), triggeredAt);
  }

  static LedgerFact returned(String customerId, long at, int gapDays, long triggeredAt) {
    return new LedgerFact(Kind.RETURNED, customerId, at, triggeredAt, null, null, gapDays);
  }

  static LedgerFact forgotten(String customerId, long at, long triggeredAt) {
    return new LedgerFact(Kind.FORGOTTEN, customerId, at, triggeredAt, null, null, 0);
  }
}
