package dev.ebb.risk;

/**
 * What makes a member of a cohort count as lost. Both definitions take those who left, cancelled or
 * took the number along; those who merely fall silent come to their low months by themselves.
 */
public enum LostBy {
  /** Left, or three low months since the snapshot, low by spend or by outgoing voice. */
  GROUP("group"),
  /** Left, or three months of low spend by the end of the snapshot's year; voice does not count. */
  CIRCLE("circle");

  private final String label;

  LostBy(String label) {
    this.label = label;
  }

  /** The word on the wire. */
  public String label() {
    return label;
  }
}
