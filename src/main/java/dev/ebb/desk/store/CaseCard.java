package dev.ebb.desk.store;

import dev.ebb.retention.CaseState;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Text;
import java.time.Instant;
import java.util.List;

/**
 * A case as lists show it. Absent values are null, money is in minor units, times are business
 * time.
 *
 * @param customer the customer's number, masked
 * @param arpu a month
 * @param lever of the recommended move
 * @param contactFrom not to be called before; null: at once
 * @param rules of the live signals, strongest first
 * @param why the strongest signal in words
 * @param state what the job said last
 * @param reason why the job said it
 * @param holder login of the agent who works it, or who has promised to call back
 * @param dueAt when a case that was put off comes back
 * @param attempts how often the customer was tried without success
 * @param turns grows with all that the desk does to the case
 */
public record CaseCard(
    String alertId,
    String customer,
    int revision,
    CaseState state,
    String reason,
    Instant openedAt,
    Instant actBy,
    Instant contactFrom,
    double risk,
    double priority,
    Long arpu,
    Tier tier,
    Stage stage,
    String region,
    String managerId,
    Integer lever,
    String playbook,
    String channel,
    List<String> rules,
    Text why,
    Place place,
    String holder,
    Instant dueAt,
    int attempts,
    Instant lastAttemptAt,
    String lastOutcome,
    Instant lastOutcomeAt,
    long turns) {

  /** Whether this agent works it now. */
  public boolean isHeldBy(Agent agent) {
    return place == Place.HELD && agent.login().equals(holder);
  }

  /** Whether its deadline has passed while it is still to be worked. */
  public boolean isOverdue(Instant now) {
    return (place == Place.TO_DO || place == Place.HELD) && actBy.isBefore(now);
  }
}
