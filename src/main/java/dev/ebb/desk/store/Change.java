package dev.ebb.desk.store;

/**
 * Something has changed that open screens may want to show.
 *
 * @param alertId the case, or null where it concerns none
 * @param isNew whether the case has just come into the queue
 * @param to login of the agent to whom a colleague has just passed the case on, or null
 */
public record Change(Kind kind, String alertId, boolean isNew, String to) {

  /** A change that passes nothing on. */
  public Change(Kind kind, String alertId, boolean isNew) {
    this(kind, alertId, isNew, null);
  }

  /** What has changed. */
  public enum Kind {
    /** A case: told by the job, or worked at the desk. */
    CASE,
    /** Key figures. */
    KPI,
    /** The departed. */
    EXIT,
    /** A rule, or what somebody wants of one. */
    RULE
  }

  /** A change of a case. */
  public static Change of(String alertId, boolean isNew) {
    return new Change(Kind.CASE, alertId, isNew);
  }

  /** A case was passed on. */
  public static Change handedTo(String alertId, String login) {
    return new Change(Kind.CASE, alertId, false, login);
  }
}
