package dev.ebb.desk.store;

/**
 * Something has changed that open screens may want to show.
 *
 * @param alertId the case, or null where it concerns none
 * @param isNew whether the case has just come into the queue
 */
public record Change(Kind kind, String alertId, boolean isNew) {

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
}
