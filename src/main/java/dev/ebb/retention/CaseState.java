package dev.ebb.retention;

/** State of a case on the wire. The order is part of the state format: append only. */
public enum CaseState {
  OPEN("open"),
  RAISED("raised"),
  CLEARED("cleared"),
  EXPIRED("expired"),
  WITHHELD("withheld"),
  /** Somebody has taken it, or put it off. */
  CLAIMED("claimed"),
  /** The customer was spoken to. */
  CONTACTED("contacted"),
  /** The customer has answered; the stream will tell what came of it. */
  WAITING("waiting"),
  /** Still here and recovered. */
  SAVED("saved"),
  /** Gone. */
  LOST("lost");

  private final String label;

  CaseState(String label) {
    this.label = label;
  }

  /** The word on the wire. */
  public String label() {
    return label;
  }
}
