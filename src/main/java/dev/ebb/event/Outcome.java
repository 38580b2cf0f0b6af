package dev.ebb.event;

/**
 * What became of an attempt to keep a customer, as the agent records it.
 *
 * @param alertId the case it belongs to
 * @param reason for {@link Kind#WRONG}, else null
 * @param dueAt for {@link Kind#CALLBACK} and {@link Kind#SNOOZED} when the case comes back, epoch
 *     milliseconds; else null
 * @param by the agent, or null
 */
public record Outcome(String alertId, Kind kind, Reason reason, Long dueAt, String by) {

  public Outcome {
    if (kind == Kind.WRONG && reason == null) {
      throw new IllegalArgumentException("reason must be set for wrong but was null");
    }
    if (kind.needsDueAt() && dueAt == null) {
      throw new IllegalArgumentException("dueAt must be set for " + kind.label() + " but was null");
    }
  }

  /** An outcome that needs neither reason nor date. */
  public static Outcome of(String alertId, Kind kind) {
    return new Outcome(alertId, kind, null, null, null);
  }

  /** What happened. The order is part of the state format: append only. */
  public enum Kind {
    /** Somebody has taken the case. */
    CLAIMED("claimed"),
    /** The customer was tried and not reached. */
    ATTEMPTED("attempted"),
    /** The customer was spoken to. */
    REACHED("reached"),
    ACCEPTED("accepted"),
    DECLINED("declined"),
    /** The customer asks to be called at {@link Outcome#dueAt}. */
    CALLBACK("callback"),
    /** The agent puts the case off until {@link Outcome#dueAt}. */
    SNOOZED("snoozed"),
    /** There is nothing in the alert, see {@link Reason}. */
    WRONG("wrong"),
    /** Whoever had claimed the case gives it back. */
    RELEASED("released");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word on the wire. */
    public String label() {
      return label;
    }

    /** Whether it makes no sense without a date. */
    public boolean needsDueAt() {
      return this == CALLBACK || this == SNOOZED;
    }
  }

  /** Why an alert was wrong. The order is part of the state format: append only. */
  public enum Reason {
    TRAVEL("travel"),
    SECOND_LINE("second-line"),
    ALREADY_RENEWED("already-renewed"),
    WRONG_PERSON("wrong-person");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The word on the wire. */
    public String label() {
      return label;
    }
  }
}
