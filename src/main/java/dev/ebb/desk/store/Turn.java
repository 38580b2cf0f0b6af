package dev.ebb.desk.store;

/**
 * What came of something that an agent wanted to do to a case.
 *
 * @param card the case as it is now; null only where there is none
 * @param refusal why it was not done, or null if it was
 */
public record Turn(CaseCard card, Refusal refusal) {

  /** Why something was not done. */
  public enum Refusal {
    /** There is no such case. */
    UNKNOWN,
    /** Another agent holds it: {@link CaseCard#holder}. */
    TAKEN,
    /** The agent does not hold it. */
    NOT_HELD,
    /** It is answered or over. */
    NOT_OPEN,
    /** The agent has as many new cases as the team's {@link TeamLimits} allow. */
    ENOUGH,
    /** The outcome has been sent, or something else has happened to the case since. */
    TOO_LATE,
    /** There is no such account, or it is disabled. */
    NO_SUCH_AGENT,
    /** The time lies in the past or more than 180 days ahead. */
    BAD_TIME,
    /** Something else was recorded under the same id. */
    OTHER_CONTENT
  }

  /** Whether it was done. */
  public boolean isDone() {
    return refusal == null;
  }
}
