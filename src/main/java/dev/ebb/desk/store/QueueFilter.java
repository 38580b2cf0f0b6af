package dev.ebb.desk.store;

import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;

/**
 * Which cases of the queue to show; what is null or false does not matter.
 *
 * @param rule that has a live signal
 * @param lever of the recommended move
 * @param mine held by the agent, or of customers whose account manager the agent is
 * @param overdue past their act-by
 * @param text beginnings of words: rules, playbook, plan, region, the number's last four digits
 */
public record QueueFilter(
    Tier tier,
    String rule,
    String region,
    Integer lever,
    Stage stage,
    boolean mine,
    boolean overdue,
    String text) {

  /** All cases. */
  public static final QueueFilter ALL =
      new QueueFilter(null, null, null, null, null, false, false, null);
}
