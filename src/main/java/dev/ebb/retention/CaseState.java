package dev.ebb.retention;

/** State of a case on the wire. The order is part of the state format: append only. */
public enum CaseState {
  OPEN("open"),
  RAISED("raised"),
  CLEARED("cleared"),
  EXPIRED("expired"),
  WITHHELD("withheld");

  private final String label;

  CaseState(String label) {
    this.label = label;
  }

  /** The word on the wire. */
  public String label() {
    return label;
  }
}
