package dev.ebb.risk;

/** Value tier. The order, best first, is part of the state format. */
public enum Tier {
  DIAMOND("diamond"),
  GOLD("gold"),
  SILVER("silver"),
  /** Mid or high value without a card. */
  VALUED("valued"),
  STANDARD("standard");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  /** The word on the wire. */
  public String label() {
    return label;
  }
}
