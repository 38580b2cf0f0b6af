package dev.ebb.retention;

import dev.ebb.condition.CelCondition;
import dev.ebb.condition.InvalidCondition;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.ledger.Measure;
import dev.ebb.signal.Condition;
import dev.ebb.signal.Detector;
import dev.ebb.signal.Family;
import dev.ebb.signal.Reading;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Persistence;
import dev.ebb.signal.Rule.Status;
import dev.ebb.signal.Subject;
import dev.ebb.signal.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rules whose strength a test sets through {@link ScriptedHistory} or the profile. */
final class TestRules {
  static final Rule CALLS = rule("calls", Family.USAGE, fall(Measure.VOICE_OUT), .3, 72);
  static final Rule DATA = rule("data", Family.MONEY, fall(Measure.DATA), .2, 24);
  static final Rule MESSAGES = rule("messages", Family.LIFE, fall(Measure.SMS_OUT), .1, 168);
  static final Rule EXPIRY = rule("expiry", Family.CONTRACT, new Expiring(), .35, 48);
  static final Rule SILENCE = rule("silence", Family.USAGE, new Silent(), .45, 48);

  private TestRules() {}

  static Rule with(Rule rule, Status status) {
    return copy(rule, status, rule.condition(), rule.persistence(), rule.playbook());
  }

  static Rule with(Rule rule, Persistence persistence) {
    return copy(rule, rule.status(), rule.condition(), persistence, rule.playbook());
  }

  /** Another kind of rule under the same id. */
  static Rule with(Rule rule, Detector detector) {
    Rule other = rule(rule.id(), rule.family(), detector, rule.weight(), 72);
    return copy(other, rule.status(), rule.condition(), rule.persistence(), rule.playbook());
  }

  /** The rule for those customers only of whom this holds. */
  static Rule with(Rule rule, String condition) {
    try {
      return copy(
          rule,
          rule.status(),
          CelCondition.of(condition, 100),
          rule.persistence(),
          rule.playbook());
    } catch (InvalidCondition e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Rule by(Rule rule, String playbook) {
    return copy(rule, rule.status(), rule.condition(), rule.persistence(), playbook);
  }

  private static Rule rule(
      String id, Family family, Detector detector, double weight, int actWithinHours) {
    return new Rule(
        id,
        1,
        new Text(id, id),
        Status.ACTIVE,
        family,
        detector,
        Condition.ALWAYS,
        Persistence.NONE,
        weight,
        .5,
        Duration.ofDays(14),
        Duration.ofHours(actWithinHours),
        List.of(3, 4),
        "P1",
        new Text("down {dropPercent} %", "降{dropPercent}%"),
        new Text("Is all working?", "一切正常吗?"));
  }

  private static Rule copy(
      Rule rule, Status status, Condition condition, Persistence persistence, String playbook) {
    return new Rule(
        rule.id(),
        rule.version(),
        rule.title(),
        status,
        rule.family(),
        rule.detector(),
        condition,
        persistence,
        rule.weight(),
        rule.save(),
        rule.halfLife(),
        rule.actWithin(),
        rule.levers(),
        playbook,
        rule.why(),
        rule.opener());
  }

  private static Detector fall(Measure measure) {
    return new Falling(measure);
  }

  private record Falling(Measure measure) implements Detector.Custom {
    @Override
    public String kind() {
      return "falling";
    }

    @Override
    public Reading judge(Subject subject) {
      int day = subject.day();
      var history = subject.history();
      double usual = history.value(measure, day - 1);
      double fall = 1 - history.value(measure, day) / usual;
      boolean mature = history.isKnown(measure.feed(), day - ScriptedHistory.BASELINE_DAYS);
      return fall <= 0
          ? Reading.NONE
          : new Reading(fall, mature, Map.of("dropPercent", (double) Math.round(fall * 100)));
    }
  }

  private record Silent() implements Detector.Custom {
    @Override
    public String kind() {
      return "silence";
    }

    @Override
    public boolean endsOnReturn() {
      return true;
    }

    @Override
    public Reading judge(Subject subject) {
      int gap = subject.day() - subject.history().lastActiveDay();
      return gap == 0
          ? Reading.NONE
          : new Reading(Math.min(1, gap / 14.0), true, Map.of("gapDays", (double) gap));
    }
  }

  private record Expiring() implements Detector.Custom {
    @Override
    public String kind() {
      return "expiry";
    }

    @Override
    public boolean readsProfileOnly() {
      return true;
    }

    @Override
    public Reading judge(Subject subject) {
      if (subject.profile() == null) {
        return Reading.NONE;
      }
      for (Agreement agreement : subject.profile().agreements()) {
        long left = agreement.endsOn().toEpochDay() - subject.day();
        if (agreement.kind() == AgreementKind.CONTRACT && left >= 0 && left <= 30) {
          return new Reading(1 - left / 60.0, true, Map.of("daysLeft", (double) left));
        }
      }
      return Reading.NONE;
    }
  }
}
