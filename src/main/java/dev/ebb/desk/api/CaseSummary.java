package dev.ebb.desk.api;

import dev.ebb.desk.store.CaseCard;
import dev.ebb.signal.Text;
import java.time.Instant;
import java.util.List;

/** A case as lists hold it; see {@link CaseCard}. */
record CaseSummary(
    String alertId,
    int revision,
    String customer,
    String state,
    String reason,
    Instant openedAt,
    Instant actBy,
    double risk,
    double priority,
    Long arpu,
    String tier,
    String stage,
    String region,
    String managerId,
    Integer lever,
    String playbook,
    String channel,
    Instant contactFrom,
    List<String> rules,
    Text why,
    String place,
    String holder,
    Instant dueAt,
    int attempts,
    String lastOutcome,
    Instant lastOutcomeAt) {

  static CaseSummary of(CaseCard card) {
    return new CaseSummary(
        card.alertId(),
        card.revision(),
        card.customer(),
        card.state().label(),
        card.reason(),
        card.openedAt(),
        card.actBy(),
        card.risk(),
        card.priority(),
        card.arpu(),
        card.tier() == null ? null : card.tier().label(),
        card.stage() == null ? null : card.stage().code(),
        card.region(),
        card.managerId(),
        card.lever(),
        card.playbook(),
        card.channel(),
        card.contactFrom(),
        card.rules(),
        card.why(),
        card.place().label(),
        card.holder(),
        card.dueAt(),
        card.attempts(),
        card.lastOutcome(),
        card.lastOutcomeAt());
  }
}
