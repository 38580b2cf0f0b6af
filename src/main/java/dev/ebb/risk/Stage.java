package dev.ebb.risk;

/** Lifecycle stage A to E. The order is part of the state format. */
public enum Stage {
  ACQUISITION("A"),
  BUILD_UP("B"),
  CLIMAX("C"),
  DECLINE("D"),
  EXIT("E");

  private final String code;

  Stage(String code) {
    this.code = code;
  }

  /** The letter on the wire. */
  public String code() {
    return code;
  }
}
