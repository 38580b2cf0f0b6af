package dev.ebb.retention;

import dev.ebb.ledger.DayClosed;
import dev.ebb.signal.Detector;
import dev.ebb.signal.Reading;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Subject;
import java.util.Collection;
import java.util.function.Predicate;

/** The rules' detectors before a customer: what they see goes into the trails of the case file. */
final class Detectors {
  private final Collection<Rule> rules;

  Detectors(Collection<Rule> rules) {
    this.rules = rules;
  }

  /** Lets every detector see a closed day. */
  void readAll(Subject subject, Sitting sitting) {
    DayClosed closed = subject.closed();
    CaseFile file = sitting.file;
    Verdicts verdicts = new Verdicts(new CustomerFacts(subject, file));
    file.admitted.clear();
    for (Rule rule : rules) {
      if (!verdicts.hold(rule.condition())) {
        sitting.excuse(rule);
        continue;
      }
      if (rule.condition().readsDays()) {
        file.admitted.add(rule.id());
      }
      Reading reading =
          hasReturnedSince(closed, file) && rule.detector().endsOnReturn()
              ? Reading.NONE
              : rule.detector().read(subject);
      SignalTrail trail =
          SignalTrail.isTraced(reading) ? file.trail(rule.id()) : file.trails.get(rule.id());
      if (trail != null) {
        trail.push(reading, closed.closedAt(), closed.corrected());
      }
    }
  }

  /** A day is closed hours after its end: by then the customer may have broken the silence. */
  private static boolean hasReturnedSince(DayClosed closed, CaseFile file) {
    return file.returnedOn > closed.day();
  }

  /** Notes when a rule will reach its threshold though nothing happens. */
  void expect(Subject subject, CaseFile file) {
    file.dueAt = Long.MAX_VALUE;
    if (subject.hasLeft()) {
      return;
    }
    for (Rule rule : rules) {
      long instant = rule.detector().alarmAt(subject);
      if (instant > subject.at()) {
        file.dueAt = Math.min(file.dueAt, instant);
      }
    }
  }

  /** Lets those that can do without the closed days see what a profile or a care event tells. */
  void readWithoutHistory(Subject subject, Sitting sitting) {
    boolean wasJudged = sitting.file.wasJudged();
    readAgain(
        subject,
        sitting,
        detector -> detector.readsEvents() || (detector.readsProfileOnly() && wasJudged));
  }

  /**
   * Lets some detectors see the newest close anew. What a condition says of the closed days was
   * decided at that close.
   */
  void readAgain(Subject subject, Sitting sitting, Predicate<Detector> which) {
    Verdicts verdicts = new Verdicts(new CustomerFacts(subject, sitting.file));
    for (Rule rule : rules) {
      boolean applies =
          rule.condition().readsDays()
              ? sitting.file.admitted.contains(rule.id())
              : verdicts.hold(rule.condition());
      if (!applies) {
        sitting.excuse(rule);
      } else if (which.test(rule.detector())) {
        sitting.file.trail(rule.id()).replaceNewest(rule.detector().read(subject), subject.at());
      }
    }
  }
}
