package dev.ebb.retention;

/** Why a case may not be acted upon. The order is part of the state format: append only. */
public enum Withheld {
  /** A baseline is younger than its window or has unknown days. */
  IMMATURE("immature"),
  /** The rule, or the whole job, runs in shadow. */
  SHADOW("shadow"),
  /** The day's alert budget is spent on cases of higher priority. */
  BUDGET("budget"),
  /** The customer does not want to be contacted. */
  OPT_OUT("opt-out"),
  /** The customer is on the way out and the law forbids to hold them back. */
  LEGAL_STOP("legal-stop"),
  /** An agent has found the signals wrong, so their rules rest for this customer. */
  SNOOZED("snoozed"),
  /** The customer has been contacted as often as may be. */
  CAP("cap"),
  /** A case of the customer was worked not long ago. */
  COOL_DOWN("cool-down"),
  /** The customer is not worth a call. */
  VALUE_GATE("value-gate"),
  /** The case is only watched, so that it can be told what working cases is worth. */
  HOLD_OUT("hold-out"),
  /** Another one of the household was contacted not long ago. */
  HOUSEHOLD("household");

  private final String label;

  Withheld(String label) {
    this.label = label;
  }

  /** The word on the wire. */
  public String label() {
    return label;
  }
}
