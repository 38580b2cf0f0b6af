package dev.ebb.retention;

import dev.ebb.event.Event;
import dev.ebb.event.Profile;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Days;
import dev.ebb.signal.CareLog;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Subject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what a customer's days mean: which signals are live, how high the risk is, and what becomes
 * of the case. Keeps nothing itself: state comes in as a {@link CustomerFile}, time as an argument.
 */
public final class Watch {
  private final WatchSettings settings;
  private final Map<String, Rule> rules;
  private final CaseCourse course;
  private final StageCourse stages;
  private final Detectors detectors;
  private final Appraisal appraisal;
  private final Days days;
  private final Census census;

  /** A watch by those of these rules that are not off; ids must differ. */
  public Watch(WatchSettings settings, List<Rule> rules) {
    this.settings = settings;
    this.rules =
        rules.stream()
            .filter(rule -> rule.status() != Rule.Status.OFF)
            .collect(Collectors.toMap(Rule::id, Function.identity()));
    this.course = new CaseCourse(settings);
    this.days = new Days(settings.zone());
    this.census = new Census(days);
    this.stages = new StageCourse(settings, census);
    this.detectors = new Detectors(this.rules.values());
    this.appraisal = new Appraisal(settings.valuation());
  }

  /** Judges a closed day: every rule is read, the case opened, raised, repeated or closed. */
  public void judge(DayClosed closed, BaseIndex index, CustomerFile state, WatchOutput output) {
    Sitting sitting = sit(closed.customerId(), state, output);
    CaseFile file = sitting.file;
    long deadline = course.nextWake(file);
    long at = catchUp(sitting, closed.closedAt());
    file.forgotten = false;
    file.firstDay = file.firstDay == CaseFile.NEVER ? closed.day() : file.firstDay;
    file.lastDay = closed.day();
    appraisal.judge(sitting, closed, index);
    file.activatedOn = sitting.activatedOn();
    Subject subject =
        new Subject(
            closed,
            sitting.profile,
            index,
            settings.zone(),
            file.firstDay,
            file.care,
            at,
            appraisal.snapshot(file));
    detectors.readAll(subject, sitting);
    sitting.review(at);
    detectors.expect(subject, file);
    stages.judge(sitting, closed.history(), at);
    if (file.open != null || sitting.signals.hasLive()) {
      file.series = RecentDays.of(closed.history());
    }
    String recovered = closed.corrected() ? Reason.LATE_DATA : Reason.RECOVERED;
    course.proceed(sitting, at, sitting.whyGone(at, recovered), true);
    output.scored(
        closed.customerId(),
        closed.day(),
        sitting.signals.fineRisk(at),
        file.value.tier(),
        sitting.signals.scoring());
    rise(sitting, deadline, state);
  }

  /** Takes in a profile, a care event, an outcome or an erasure; other kinds say nothing here. */
  public void accept(Event event, BaseIndex index, CustomerFile state, WatchOutput output) {
    switch (event.kind()) {
      case PROFILE -> renew(event, index, state, output);
      case ERASE -> erase(event, state, output);
      case CARE -> hear(event, index, state, output);
      case OUTCOME -> work(event, state, output);
      default -> {
        // Usage and spend arrive as closed days.
      }
    }
  }

  /** The silent customer has acted: what silence alone had raised ends at once. */
  public void returned(String customerId, long at, CustomerFile state, WatchOutput output) {
    Sitting sitting = sit(customerId, state, output);
    long deadline = course.nextWake(sitting.file);
    long now = catchUp(sitting, at);
    sitting.file.forgotten = false;
    sitting.file.returnedOn = days.dayOf(at);
    sitting.file.trails.forEach(
        (id, trail) -> {
          if (rules.get(id).detector().endsOnReturn()) {
            trail.end();
          }
        });
    sitting.review(now);
    stages.greet(sitting, days.dayOf(at), now);
    course.proceed(sitting, now, Reason.RECOVERED, false);
    rise(sitting, deadline, state);
  }

  /** The ledger has dropped the customer: so does Watch, after the last case that can be worked. */
  public void forgotten(String customerId, long at, CustomerFile state, WatchOutput output) {
    Sitting sitting = sit(customerId, state, output);
    long deadline = course.nextWake(sitting.file);
    long now = catchUp(sitting, at);
    sitting.file.forgotten = true;
    stages.erase(sitting, now);
    if (sitting.file.open != null && !sitting.file.open.isContactable()) {
      course.close(sitting, CaseState.EXPIRED, Reason.EXPIRED, sitting.signals.shown(false), now);
    }
    rise(sitting, deadline, state);
  }

  /** The timer has fired: acts on what is due by now. */
  public void deadline(String customerId, long firedAt, CustomerFile state, WatchOutput output) {
    Sitting sitting = sit(customerId, state, output);
    long deadline = course.nextWake(sitting.file);
    catchUp(sitting, firedAt);
    rise(sitting, deadline, state);
  }

  private void renew(Event event, BaseIndex index, CustomerFile state, WatchOutput output) {
    Profile newest = event.profile();
    Sitting sitting = sit(event.customerId(), state, output);
    Profile known = sitting.profile;
    if (known != null && newest.at() < known.at()) {
      return;
    }
    if (dropRemoved(sitting, sitting.notBeforeSaid(event.at()))) {
      sitting.store(state);
      sitting = sit(event.customerId(), state, output);
    }
    if (sitting.meetsNewOwner(newest)) {
      recycle(sitting, event.at(), state);
    } else {
      reread(sitting.with(newest), event.at(), index, state);
    }
    state.profile(ProfileFormat.pack(newest));
  }

  private void recycle(Sitting sitting, long at, CustomerFile state) {
    if (sitting.file.open != null) {
      course.close(
          sitting,
          CaseState.CLEARED,
          Reason.RECYCLED,
          sitting.shownBefore,
          sitting.notBeforeSaid(at));
    }
    stages.erase(sitting, sitting.notBeforeSaid(at));
    state.clear();
  }

  /**
   * Rules that need no history see the last judged day anew. Profiles do not drive time, so no
   * deadline is due by this.
   */
  private void reread(Sitting sitting, long eventAt, BaseIndex index, CustomerFile state) {
    CaseFile file = sitting.file;
    if (file.isBlank() || file.isRemainder()) {
      return;
    }
    long deadline = course.nextWake(file);
    long at = sitting.notBeforeSaid(eventAt);
    Subject subject = sitting.withoutHistory(index, settings.zone(), at);
    detectors.readWithoutHistory(subject, sitting);
    detectors.expect(subject, file);
    sitting.review(at);
    stages.renew(sitting, at);
    String recovered = sitting.hasOptedOut() ? Reason.OPTED_OUT : Reason.RECOVERED;
    course.proceed(sitting, at, sitting.whyGone(at, recovered), false);
    rise(sitting, deadline, state);
  }

  /**
   * What is said or done counts at once, also of a customer of whom nothing else is known yet. It
   * moves the customer's time, since a feed cannot tell of what has not happened.
   */
  private void hear(Event event, BaseIndex index, CustomerFile state, WatchOutput output) {
    if (Household.isOfNobody(event.care(), state)) {
      return;
    }
    Sitting sitting = sit(event.customerId(), state, output);
    CaseFile file = sitting.file;
    long deadline = course.nextWake(file);
    // Before anything else: not even what was due before may be told any more.
    file.stop(settings.legalStop().until(event.care(), event.at()));
    long at = sitting.notBeforeSaid(catchUp(sitting, event.at()));
    file.forgotten = false;
    sitting.introduce(days.dayOf(at) - 1);
    if (settings.legalStop().allowsUseOf(event.care())) {
      file.care = file.care.with(new CareLog.Note(event.at(), event.care()), days);
    }
    Subject subject = sitting.withoutHistory(index, settings.zone(), at);
    detectors.readWithoutHistory(subject, sitting);
    detectors.expect(subject, file);
    if (subject.hasLeft()) {
      file.trails.values().forEach(SignalTrail::end);
    }
    sitting.review(at);
    stages.hear(sitting, subject.hasLeft() ? event.care() : null, days.dayOf(event.at()), at);
    course.proceed(sitting, at, sitting.whyGone(at, Reason.RECOVERED), false);
    if (file.open == null) {
      course.proceed(sitting, at, Reason.LEGAL_STOP, false);
    }
    rise(sitting, deadline, state);
  }

  private void work(Event event, CustomerFile state, WatchOutput output) {
    Sitting sitting = sit(event.customerId(), state, output);
    long deadline = course.nextWake(sitting.file);
    long at = sitting.notBeforeSaid(event.at());
    dropRemoved(sitting, at);
    sitting.note(event.outcome(), event.at());
    boolean taken = course.work(sitting, event.outcome(), at);
    output.heard(event.outcome().kind(), taken);
    if (taken) {
      census.worked(sitting, event.outcome().kind(), at);
      sitting.review(at);
      course.proceed(sitting, at, Reason.RECOVERED, false);
    }
    rise(sitting, deadline, state);
  }

  /** What rules that have changed no longer hold ends before anything new is looked at. */
  private boolean dropRemoved(Sitting sitting, long at) {
    boolean changed = sitting.review(at);
    if (changed) {
      course.proceed(sitting, at, sitting.whyGone(at, Reason.RULE_REMOVED), false);
    }
    return changed;
  }

  private void erase(Event event, CustomerFile state, WatchOutput output) {
    Sitting sitting = sit(event.customerId(), state, output);
    if (sitting.file.open != null) {
      course.erase(sitting, sitting.notBeforeSaid(event.at()));
    }
    stages.erase(sitting, sitting.notBeforeSaid(event.at()));
    state.clear();
  }

  private Sitting sit(String customerId, CustomerFile state, WatchOutput output) {
    byte[] profile = state.profile();
    return new Sitting(
        customerId,
        profile == null ? null : ProfileFormat.unpack(profile),
        state.caseFile(),
        settings,
        rules,
        output);
  }

  /** Acts on all that was due before now; returns the instant to go by. */
  private long catchUp(Sitting sitting, long now) {
    CaseFile file = sitting.file;
    while (file.dueAt <= now) {
      long due = advance(sitting, file.dueAt);
      Subject subject = sitting.withoutHistory(BaseIndex.FLAT, settings.zone(), due);
      detectors.readAgain(subject, sitting, detector -> detector.alarmAt(subject) <= due);
      detectors.expect(subject, file);
      sitting.review(due);
      course.proceed(sitting, due, sitting.whyGone(due, Reason.RECOVERED), false);
    }
    return advance(sitting, now);
  }

  /** Drops what the rules no longer hold and acts on deadlines. */
  private long advance(Sitting sitting, long now) {
    long at = sitting.notBefore(now);
    boolean released = sitting.isStopped(sitting.file.lastAt) && !sitting.isStopped(at);
    if (!dropRemoved(sitting, at) && released) {
      course.proceed(sitting, at, Reason.RULE_REMOVED, false);
    }
    course.settleDeadlines(sitting, at);
    sitting.file.lastAt = at;
    return at;
  }

  private void rise(Sitting sitting, long deadlineBefore, CustomerFile state) {
    sitting.store(state);
    long deadline = course.nextWake(sitting.file);
    if (deadline != deadlineBefore && deadline != Long.MAX_VALUE) {
      state.wakeAt(deadline);
    }
  }
}
