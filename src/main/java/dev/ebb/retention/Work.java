package dev.ebb.retention;

import dev.ebb.event.Outcome;

/**
 * How far the work on a case has come: one row of the case table each. An agent's word moves it
 * along {@link #after}, news along {@link #onNews}, time as {@link CaseClock} says. The order is
 * part of the state format: append only.
 */
enum Work {
  /** Nobody has taken it; its act-by runs. */
  FRESH(CaseState.OPEN),
  /** The same, told again for a reason. */
  RAISED(CaseState.RAISED),
  /** Its act-by has passed without an attempt. */
  OVERDUE(CaseState.RAISED),
  /** Taken, not tried yet; its act-by still runs. */
  CLAIMED(CaseState.CLAIMED),
  /** Taken after its act-by had passed. */
  CLAIMED_LATE(CaseState.CLAIMED),
  /** Tried, not reached. */
  TRIED(CaseState.CLAIMED),
  /** Put off before anybody was reached. */
  SNOOZED(CaseState.CLAIMED),
  /** Reached, without an answer so far. */
  CONTACTED(CaseState.CONTACTED),
  /** Reached, to be called again at an agreed time. */
  CALLBACK(CaseState.CONTACTED),
  /** Reached before, to be called again now. */
  RECALL(CaseState.RAISED),
  /** Answered; nobody need do anything until the verdict. */
  WAITING(CaseState.WAITING),
  /** Not recovered at the first verdict. */
  DOUBTED(CaseState.WAITING),
  /** Recovered at the first verdict. */
  VERIFIED(CaseState.SAVED);

  private final CaseState onTheWire;

  Work(CaseState onTheWire) {
    this.onTheWire = onTheWire;
  }

  CaseState onTheWire() {
    return onTheWire;
  }

  /**
   * Whether the customer is to be called or in talks: not so once a call is out of the question.
   */
  boolean isTalking() {
    return this == CONTACTED || this == CALLBACK || this == RECALL;
  }

  /** Whether the customer has answered and the stream has the next word. */
  boolean isVerifying() {
    return this == WAITING || this == DOUBTED || this == VERIFIED;
  }

  /** Whether the case goes on without its evidence: what was said to a customer is followed up. */
  boolean outlivesItsEvidence() {
    return isTalking() || isVerifying();
  }

  /** The work when a new signal or a higher band has come. */
  Work onNews() {
    return switch (this) {
      case FRESH, SNOOZED -> RAISED;
      case WAITING, DOUBTED, VERIFIED -> RECALL;
      default -> this;
    };
  }

  /** The work after an agent's word; null where it changes nothing. */
  Work after(Outcome.Kind kind) {
    if (isVerifying()) {
      return kind == Outcome.Kind.CALLBACK && this == WAITING ? CALLBACK : null;
    }
    return switch (kind) {
      case CLAIMED -> claimed();
      case ATTEMPTED -> this == CALLBACK ? null : isTalking() ? CONTACTED : TRIED;
      case REACHED -> CONTACTED;
      case ACCEPTED, DECLINED -> WAITING;
      case CALLBACK -> CALLBACK;
      case SNOOZED -> isTalking() ? CALLBACK : SNOOZED;
      case RELEASED -> released();
      case WRONG -> null;
    };
  }

  private Work claimed() {
    return switch (this) {
      case FRESH, RAISED, SNOOZED -> CLAIMED;
      case OVERDUE -> CLAIMED_LATE;
      case RECALL -> CONTACTED;
      default -> null;
    };
  }

  private Work released() {
    return switch (this) {
      case CLAIMED, TRIED, SNOOZED -> RAISED;
      case CLAIMED_LATE -> OVERDUE;
      case CONTACTED, CALLBACK -> RECALL;
      default -> null;
    };
  }
}
