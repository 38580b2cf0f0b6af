package dev.ebb.retention;

import dev.ebb.signal.Rule;
import java.util.Comparator;
import java.util.Map;

/** A rule's live signal as it stands at one instant. */
record LiveSignal(
    Rule rule,
    Standing standing,
    boolean used,
    long since,
    double strength,
    Map<String, Double> evidence) {

  static final Comparator<LiveSignal> STRONGEST_FIRST =
      Comparator.comparingDouble(LiveSignal::size)
          .reversed()
          .thenComparing(signal -> signal.rule().id());

  static LiveSignal of(Rule rule, SignalTrail trail) {
    return new LiveSignal(
        rule, trail.standing, trail.used, trail.since, trail.shownStrength(rule), trail.evidence);
  }

  static LiveSignal of(Rule rule, PastSignal past) {
    return new LiveSignal(
        rule, past.standing(), true, past.since(), past.strength(), past.evidence());
  }

  /** Whether the evidence has all the numbers that this rule's texts may use. */
  static boolean canTell(Rule rule, Map<String, Double> evidence) {
    return evidence.keySet().containsAll(rule.detector().evidenceNames());
  }

  boolean counts() {
    return standing == Standing.COUNTS;
  }

  boolean isActive() {
    return rule.status() == Rule.Status.ACTIVE;
  }

  double size() {
    return rule.weight() * strength;
  }

  CaseMessage.Signal onTheWire() {
    return new CaseMessage.Signal(
        rule.id(),
        rule.version(),
        rule.detector().kind(),
        rule.family(),
        since,
        strength,
        rule.weight(),
        evidence,
        rule.why().filledWith(evidence));
  }
}
