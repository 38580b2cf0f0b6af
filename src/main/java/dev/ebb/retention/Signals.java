package dev.ebb.retention;

import dev.ebb.risk.Risk;
import dev.ebb.signal.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/** What a customer's case file says by the present rules: which signals are live, and the risk. */
final class Signals {
  private final CaseFile file;
  private final Map<String, Rule> rules;

  Signals(CaseFile file, Map<String, Rule> rules) {
    this.file = file;
    this.rules = rules;
  }

  /** Whether any signal is live. */
  boolean hasLive() {
    return file.trails.values().stream().anyMatch(trail -> trail.standing.isLive());
  }

  /** Live signals that count, or those that do not, strongest first. */
  List<LiveSignal> shown(boolean counting) {
    return live(signal -> signal.counts() == counting);
  }

  /** Ids of the live signals that a policy-free score rests on. */
  List<String> scoring() {
    return live(signal -> signal.isActive() && signal.standing().isMature()).stream()
        .map(signal -> signal.rule().id())
        .toList();
  }

  /** Live signals that fit, strongest first. */
  private List<LiveSignal> live(Predicate<LiveSignal> fits) {
    List<LiveSignal> live = new ArrayList<>();
    file.trails.forEach(
        (id, trail) -> {
          Rule rule = rules.get(id);
          if (rule != null && trail.standing.isLive() && fits(rule, trail)) {
            live.add(LiveSignal.of(rule, trail));
          }
        });
    live.removeIf(fits.negate());
    live.sort(LiveSignal.STRONGEST_FIRST);
    return live;
  }

  /** The risk from mature readings of active rules, live or below the alarm. */
  double risk(long at) {
    return risk(at, (rule, trail) -> trail.strength(rule, true));
  }

  /**
   * The risk from all readings of active rules, unrounded. It ranks everybody, also customers too
   * new to be acted upon, so it may be above {@link #risk(long)}, which decides.
   */
  double fineRisk(long at) {
    return risk(at, (rule, trail) -> trail.fineStrength(rule));
  }

  private double risk(long at, ToDoubleBiFunction<Rule, SignalTrail> strength) {
    List<Risk.Share> shares = new ArrayList<>();
    file.trails.forEach(
        (id, trail) -> {
          Rule rule = rules.get(id);
          if (rule != null && rule.status() == Rule.Status.ACTIVE) {
            shares.add(
                new Risk.Share(
                    rule.family(),
                    rule.weight(),
                    strength.applyAsDouble(rule, trail),
                    trail.ageMillis(at),
                    rule.halfLife()));
          }
        });
    return Risk.of(shares);
  }

  /** These signals, or those that the open case has shown before where there are none. */
  List<LiveSignal> told(List<LiveSignal> shown) {
    if (!shown.isEmpty()) {
      return shown;
    }
    List<LiveSignal> past = new ArrayList<>();
    file.open.signals.forEach(
        (id, signal) -> {
          Rule rule = rules.get(id);
          if (rule != null && LiveSignal.canTell(rule, signal.evidence())) {
            past.add(LiveSignal.of(rule, signal));
          }
        });
    past.sort(LiveSignal.STRONGEST_FIRST);
    return past;
  }

  /** A signal that another kind of detector has seen under this id is not one of the rule. */
  static boolean fits(Rule rule, SignalTrail trail) {
    return !trail.standing.isLive() || LiveSignal.canTell(rule, trail.evidence);
  }
}
