package dev.ebb.desk.store;

import dev.ebb.signal.Rule.Status;
import java.time.Instant;

/**
 * A rule that was stopped, or is asked to be started again. Times are the wall clock's.
 *
 * @param status that the rule is to have; off for a stop
 * @param before the status that it had
 * @param expiresAt when a request lapses that nobody has decided; null for a stop
 * @param decision done, refused, withdrawn, expired or overtaken: the rule had changed before it
 *     could be started; null where nobody has decided
 * @param takenAt when it was read back and the job lets it in, or null
 * @param version of the rule that is asked to be started; 0 for a stop
 * @param digest of that rule's text; null for a stop
 */
public record RuleStep(
    long id,
    String rule,
    Status status,
    Status before,
    String reason,
    String askedBy,
    Instant askedAt,
    Instant expiresAt,
    String decision,
    String decidedBy,
    Instant decidedAt,
    Instant takenAt,
    int version,
    String digest) {

  /** Whether somebody else may still decide it. */
  public boolean isOpen(Instant now) {
    return decision == null && now.isBefore(expiresAt);
  }

  /** Whether it was decided and the job is not known to have taken it. */
  public boolean isOnItsWay() {
    return "done".equals(decision) && takenAt == null;
  }

  /** Whether it stops the rule; else it starts it. */
  public boolean isStop() {
    return status == Status.OFF;
  }
}
