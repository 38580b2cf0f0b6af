package dev.ebb.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.ContactPolicy;
import dev.ebb.retention.HoldOut;
import dev.ebb.retention.Withheld;
import dev.ebb.signal.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whose cases a run has only watched, by what it told of them. */
final class HeldOut {
  private final JobPlan plan;
  private final HoldOut drawn;
  private final Set<String> owed;

  HeldOut(JobPlan plan) {
    ContactPolicy policy = plan.watch().policy();
    this.plan = plan;
    this.drawn = policy.holdOut();
    this.owed =
        plan.rules().stream()
            .filter(rule -> policy.playbooks().get(rule.playbook()).owed())
            .map(Rule::id)
            .collect(Collectors.toSet());
  }

  static Set<String> customers(Collection<CaseMessage> messages) {
    return messages.stream()
        .filter(message -> message.withheld() == Withheld.HOLD_OUT)
        .map(CaseMessage::customerId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Nothing is told to callers of whoever is held out but what is owed to everybody. */
  void assertNobodyIsTold(List<CaseMessage> alerts) {
    assertThat(alerts).isNotEmpty();
    assertThat(alerts)
        .filteredOn(this::isOfHeldOut)
        .allSatisfy(
            alert -> assertThat(alert.signals()).extracting("rule").isSubsetOf(owed.toArray()));
  }

  /** The share of those whose cases would otherwise be worked is as set, within 4 sigma. */
  void assertShareIsAsSet(List<CaseMessage> messages) {
    Set<String> held = customers(messages);
    Set<String> all =
        messages.stream()
            .filter(message -> message.isContactable() && !isOwed(message))
            .map(CaseMessage::customerId)
            .collect(Collectors.toCollection(TreeSet::new));
    all.addAll(held);
    double sigma = Math.sqrt(drawn.share() * (1 - drawn.share()) / all.size());
    assertThat(all).hasSizeGreaterThan(20);
    assertThat((double) held.size() / all.size())
        .as("%d of %d", held.size(), all.size())
        .isCloseTo(drawn.share(), within(4 * sigma));
    assertThat(held).isNotEmpty();
  }

  private boolean isOfHeldOut(CaseMessage message) {
    return drawn.holds(
        message.customerId(),
        Instant.ofEpochMilli(message.openedAt()).atZone(plan.watch().zone()).toLocalDate());
  }

  private boolean isOwed(CaseMessage message) {
    return message.signals().stream().allMatch(signal -> owed.contains(signal.rule()));
  }
}
