package dev.ebb.desk.store;

import dev.ebb.signal.Rule.Status;
import java.time.Instant;

/**
 * A rule that was stopped, or is asked to be started again. Times are the wall clock's.
 *
 * @param status that the rule is to have; off for a stop
 * @param before the status that it had
 * @param expiresAt when a request lapses that nobody has decided; null for a stop
 * @param decision done, refused or withdrawn; null where nobody has decided
 * @param publishedAt when Kafka had it, or null
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
    Instant publishedAt) {

  /** Whether somebody else may still decide it. */
  public boolean isOpen(Instant now) {
    return decision == null && now.isBefore(expiresAt);
  }

  /** Whether it was decided and the job has not been told yet. */
  public boolean isOnItsWay() {
    return "done".equals(decision) && publishedAt == null;
  }
}
