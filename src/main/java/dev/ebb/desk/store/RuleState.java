package dev.ebb.desk.store;

import dev.ebb.signal.Rule.Status;
import dev.ebb.signal.Text;

/**
 * A rule as it is now.
 *
 * @param status by which the job goes, as far as the desk knows
 * @param isPublished whether it, or its status, comes from the rules' topic
 * @param digest of the text by which the job goes, status and all
 * @param last the newest step, or null
 */
public record RuleState(
    String id,
    Text title,
    Status status,
    boolean isPublished,
    int version,
    String digest,
    RuleStep last) {

  /** Whether something was decided that the job is not known to have taken. */
  public boolean isMoving() {
    return last != null && last.isOnItsWay();
  }
}
