package dev.ebb.desk.store;

import dev.ebb.retention.CaseMessage;
import java.time.Instant;
import java.util.Set;

/**
 * How a case stands at the desk, and how the job's messages move it.
 *
 * @param lastOutcome what the desk did last, or null if it never touched the case
 * @param settledAt what the job has said before this may not know of that yet, or null
 */
record Standing(Place place, String holder, String lastOutcome, Instant settledAt) {
  private static final Set<String> BACK_IN_TIME = Set.of("callback-due", "snooze-over");

  /** Of a case of which the desk knows nothing yet. */
  static final Standing NEW = new Standing(Place.TO_DO, null, null, null);

  /** Where the case is once the job has said this. */
  Place after(CaseMessage message, Instant appendedAt) {
    if (message.isClosing() || !message.isContactable()) {
      return Place.ENDED;
    }
    return switch (message.state()) {
      case SAVED, WAITING -> Place.ANSWERED;
      case CLAIMED, CONTACTED -> workedElsewhere() ? Place.HELD : place;
      case OPEN, RAISED -> isKept(message, appendedAt) ? place : Place.TO_DO;
      case CLEARED, EXPIRED, WITHHELD, LOST -> Place.ENDED;
    };
  }

  /** Somebody outside of the desk has taken it. */
  private boolean workedElsewhere() {
    return (place == Place.TO_DO && lastOutcome == null) || place == Place.ENDED;
  }

  /**
   * A case in an agent's hands is not taken away; one just answered is not brought back by an echo.
   */
  private boolean isKept(CaseMessage message, Instant appendedAt) {
    if (place == Place.HELD) {
      return holder != null;
    }
    boolean isSettled = settledAt == null || !appendedAt.isBefore(settledAt);
    return (place == Place.PUT_OFF || place == Place.ANSWERED)
        && !isSettled
        && !BACK_IN_TIME.contains(String.valueOf(message.reason()));
  }
}
