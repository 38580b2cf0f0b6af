package dev.ebb.event;

/** Why a record was not counted. */
public enum RejectReason {
  NOT_JSON("not-json"),
  NOT_CSV("not-csv"),
  INVALID_UTF8("invalid-utf8"),
  /** The record or a field is longer than allowed. */
  TOO_LONG("too-long"),
  MISSING_FIELD("missing-field"),
  /** A field is of the wrong type or cannot be read as what it should be. */
  WRONG_FIELD("wrong-field"),
  NEGATIVE("negative"),
  OVERFLOW("overflow"),
  UNKNOWN_KIND("unknown-kind"),
  /** Lies further ahead than clocks may differ. */
  FUTURE("future"),
  /** Lies further back than the ring reaches. */
  TOO_LATE("too-late"),
  /** Belongs to a customer who was erased; its bytes are not kept. */
  ERASED("erased"),
  /** Lies before the current customer was activated on this number. */
  PREVIOUS_OWNER("previous-owner");

  private final String label;

  RejectReason(String label) {
    this.label = label;
  }

  /** The word on the wire and in metrics. */
  public String label() {
    return label;
  }
}
