package dev.ebb.retention;

import dev.ebb.event.Outcome;
import dev.ebb.risk.Band;
import java.util.List;
import java.util.Set;

/**
 * What becomes of a customer's case as its signals come and go and as it is worked: opened, raised,
 * repeated, closed. {@link Work} has the table of its states.
 */
final class CaseCourse {
  /** Why a case ends that somebody has worked, if the customer has not gone. */
  private static final Set<String> WORKED =
      Set.of(Reason.CONFIRMED, Reason.UNVERIFIED, Reason.UNREACHED);

  private final WatchSettings settings;
  private final CaseWriter writer;
  private final CaseClock clock;

  CaseCourse(WatchSettings settings) {
    this.settings = settings;
    this.writer = new CaseWriter(new Advice(settings));
    this.clock = new CaseClock(settings);
  }

  /** The next deadline of the open case, epoch milliseconds; {@link Long#MAX_VALUE} without one. */
  long nextDeadline(CaseFile file) {
    return file.open == null ? Long.MAX_VALUE : clock.next(file.open);
  }

  /** When to look at the customer next without being told anything. */
  long nextWake(CaseFile file) {
    return Math.min(Math.min(nextDeadline(file), file.dueAt), file.releasedAt());
  }

  /**
   * Acts on the deadlines that are due, each at its own instant, so that it does not matter how far
   * time has moved since.
   */
  void settleDeadlines(Sitting sitting, long until) {
    CaseFile file = sitting.file;
    while (nextDeadline(file) <= until) {
      meetDeadline(sitting, sitting.notBeforeSaid(nextDeadline(file)));
    }
  }

  private void meetDeadline(Sitting sitting, long at) {
    switch (open(sitting).work) {
      case FRESH, RAISED, CLAIMED -> turnTo(sitting, Work.OVERDUE, Reason.OVERDUE, at);
      case OVERDUE, CLAIMED_LATE ->
          close(sitting, CaseState.EXPIRED, Reason.EXPIRED, sitting.signals.shown(true), at);
      case TRIED ->
          close(sitting, CaseState.EXPIRED, Reason.UNREACHED, sitting.signals.shown(true), at);
      case SNOOZED -> {
        open(sitting).runsFrom = at;
        turnTo(sitting, Work.RAISED, Reason.SNOOZE_OVER, at);
      }
      case CALLBACK -> turnTo(sitting, Work.RECALL, Reason.CALLBACK_DUE, at);
      case CONTACTED, RECALL -> turnTo(sitting, Work.WAITING, Reason.NO_ANSWER, at);
      case WAITING -> judgeFirst(sitting, at);
      case DOUBTED, VERIFIED -> judgeLast(sitting, at);
    }
  }

  /** The first verdict; the last one is counted from the same instant. */
  private void judgeFirst(Sitting sitting, long at) {
    long from = open(sitting).worksFrom;
    boolean recovered = hasRecovered(sitting, at);
    open(sitting).turnTo(recovered ? Work.VERIFIED : Work.DOUBTED, from);
    say(sitting, recovered ? Reason.VERIFIED : Reason.UNVERIFIED, sitting.signals.shown(true), at);
  }

  private void judgeLast(Sitting sitting, long at) {
    if (hasRecovered(sitting, at)) {
      close(sitting, CaseState.SAVED, Reason.CONFIRMED, sitting.signals.shown(true), at);
    } else {
      close(sitting, CaseState.EXPIRED, Reason.UNVERIFIED, sitting.signals.shown(true), at);
    }
  }

  /** Whether nothing tells of leaving any more, whatever may be acted upon. */
  private boolean hasRecovered(Sitting sitting, long at) {
    return sitting.signals.scoring().isEmpty() || band(sitting, at) == Band.LOW;
  }

  /**
   * Takes an agent's word on the open case.
   *
   * @return whether it changes anything
   */
  boolean work(Sitting sitting, Outcome outcome, long at) {
    OpenCase open = open(sitting);
    if (open == null || !open.isContactable() || !open.alertId.equals(outcome.alertId())) {
      return false;
    }
    if (outcome.kind() == Outcome.Kind.WRONG) {
      refute(sitting, outcome, at);
      return true;
    }
    Work next = open.work.after(outcome.kind());
    if (next == null) {
      return false;
    }
    boolean isPutOff = next == Work.CALLBACK || next == Work.SNOOZED;
    open.turnTo(next, isPutOff ? Math.max(at, outcome.dueAt()) : open.worksFrom(next, at));
    say(sitting, outcome.kind().label(), sitting.signals.shown(true), at);
    return true;
  }

  /** The signals were wrong: their rules rest for this customer. */
  private void refute(Sitting sitting, Outcome outcome, long at) {
    CaseFile file = sitting.file;
    long until = at + settings.terms().wrongSnooze().toMillis();
    List<LiveSignal> shown = sitting.signals.told(sitting.signals.shown(true));
    for (LiveSignal signal : shown) {
      file.resting.put(signal.rule().id(), until);
      sitting.output.refuted(signal.rule().id(), outcome.reason());
    }
    close(sitting, CaseState.CLEARED, outcome.kind().label(), shown, at);
  }

  /**
   * Decides what the present signals mean for the case.
   *
   * @param whyGone the reason to give where nothing holds the case any longer
   * @param daily whether an unchanged case is repeated, if nothing has been said at this instant
   */
  void proceed(Sitting sitting, long at, String whyGone, boolean daily) {
    OpenCase open = open(sitting);
    List<LiveSignal> counting = sitting.signals.shown(true);
    if (sitting.file.departure != null) {
      if (open != null) {
        String how = sitting.file.departure.kind().label();
        close(sitting, CaseState.LOST, how, sitting.shownBefore, at);
      }
    } else if ((open == null || !open.isContactable()) && isNews(sitting, counting, at)) {
      if (open != null && open.isVerifying()) {
        endWatch(sitting, at);
      }
      makeContactable(sitting, counting, at);
    } else if (open != null) {
      carryOn(sitting, at, whyGone, daily);
    } else {
      List<LiveSignal> waiting = sitting.signals.shown(false);
      if (hasUnused(waiting)) {
        Withheld why = sitting.whyWithheld(waiting, at);
        start(sitting, at);
        open(sitting).withhold(why, at);
        say(sitting, null, waiting, at);
      }
    }
  }

  /** Closes the open case, showing what it was about. */
  void close(Sitting sitting, CaseState state, String reason, List<LiveSignal> shown, long when) {
    long at = sitting.notBeforeSaid(when);
    open(sitting).revision++;
    if (!open(sitting).isHeldOut() && WORKED.contains(reason)) {
      sitting.file.coolUntil = at + settings.policy().coolDown().toMillis();
    }
    sitting.tell(writer.write(sitting, state, reason, sitting.signals.told(shown), at));
    sitting.file.end();
  }

  /**
   * The customer is to be contacted: in a case of its own, since one that is only watched is never
   * worked. What keeps its reason not to be acted upon is told anew after it.
   */
  private void endWatch(Sitting sitting, long at) {
    for (String rule : open(sitting).signals.keySet()) {
      SignalTrail trail = sitting.file.trails.get(rule);
      if (trail != null && trail.standing != Standing.COUNTS) {
        trail.used = false;
      }
    }
    close(sitting, CaseState.CLEARED, Reason.TREATED, sitting.shownBefore, at);
  }

  /**
   * Whoever has talked to us and must not be called any more, by their own wish or in shadow mode,
   * leaves the sight of those who call. A withheld case awaits the verdict.
   */
  private void withdraw(Sitting sitting, long at) {
    OpenCase worked = open(sitting);
    String why = sitting.hasOptedOut() ? Reason.OPTED_OUT : Reason.RULE_REMOVED;
    close(sitting, CaseState.CLEARED, why, sitting.shownBefore, at);
    start(sitting, at);
    List<LiveSignal> shown = sitting.signals.shown(false);
    open(sitting).follow(worked, sitting.whyWithheld(shown, at), at);
    say(sitting, null, shown, at);
  }

  /** Closes the open case without a word about the person. */
  void erase(Sitting sitting, long at) {
    open(sitting).revision++;
    sitting.tell(writer.erased(sitting, at));
    sitting.file.end();
  }

  /**
   * Signals of an earlier case open another one only if the risk has grown since, those of a case
   * that is watched not before its verdict.
   */
  private boolean isNews(Sitting sitting, List<LiveSignal> counting, long at) {
    if (open(sitting) != null && open(sitting).isVerifying()) {
      return open(sitting).isNews(counting);
    }
    return hasUnused(counting)
        || (!counting.isEmpty() && band(sitting, at).compareTo(sitting.file.endedIn) > 0);
  }

  private void makeContactable(Sitting sitting, List<LiveSignal> counting, long at) {
    if (open(sitting) == null) {
      start(sitting, at);
    }
    OpenCase open = open(sitting);
    open.withheld = null;
    open.signals.clear();
    open.runsFrom = at;
    open.sharesTurns = sitting.sharesTurns();
    open.turnTo(Work.FRESH, at);
    say(sitting, null, counting, at);
  }

  private void start(Sitting sitting, long at) {
    CaseFile file = sitting.file;
    long number = file.nextCaseNumber(at);
    file.open = new OpenCase(AlertId.of(sitting.customerId, file.activatedOn, number), at);
    file.open.band = Band.LOW;
  }

  private void carryOn(Sitting sitting, long at, String whyGone, boolean daily) {
    OpenCase open = open(sitting);
    List<LiveSignal> shown = sitting.signals.shown(open.isContactable());
    if (open.work.outlivesItsEvidence() && sitting.isStopped(at)) {
      close(sitting, CaseState.CLEARED, Reason.LEGAL_STOP, sitting.shownBefore, at);
      return;
    }
    if (open.isContactable() && open.work.outlivesItsEvidence() && !sitting.mayBeContacted(at)) {
      withdraw(sitting, at);
      return;
    }
    if (shown.isEmpty() && !open.work.outlivesItsEvidence()) {
      close(sitting, CaseState.CLEARED, whyGone, sitting.shownBefore, at);
      return;
    }
    open.actBy(shown);
    if (!open.isContactable()) {
      open.withhold(sitting.whyWithheld(shown, at), at);
    }
    if (open.isNews(shown)) {
      turnTo(sitting, open.work.onNews(), Reason.NEW_SIGNAL, at);
    } else if (!open.isVerifying() && band(sitting, at).compareTo(open.band) > 0) {
      turnTo(sitting, open.work.onNews(), Reason.HIGHER_BAND, at);
    } else if (daily && open.saidAt != at) {
      say(sitting, Reason.DAILY, shown, at);
    }
  }

  private void turnTo(Sitting sitting, Work next, String reason, long at) {
    OpenCase open = open(sitting);
    if (open.isContactable()) {
      open.turnTo(next, open.worksFrom(next, at));
    }
    say(sitting, reason, sitting.signals.shown(open.isContactable()), at);
  }

  /** An agent may be ahead of the stream: what is told later is never told with an earlier time. */
  private void say(Sitting sitting, String reason, List<LiveSignal> shown, long when) {
    OpenCase open = open(sitting);
    long at = sitting.notBeforeSaid(when);
    open.revision++;
    open.saidAt = at;
    open.actBy(shown);
    Band band = band(sitting, at);
    open.band = band.compareTo(open.band) > 0 ? band : open.band;
    for (LiveSignal signal : shown) {
      sitting.file.trails.get(signal.rule().id()).used = true;
      open.signals.put(signal.rule().id(), PastSignal.of(signal));
    }
    List<LiveSignal> told = sitting.signals.told(shown);
    sitting.tell(writer.write(sitting, open.onTheWire(), reason, told, at));
  }

  private Band band(Sitting sitting, long at) {
    return settings.bands().of(sitting.signals.risk(at));
  }

  private static OpenCase open(Sitting sitting) {
    return sitting.file.open;
  }

  private static boolean hasUnused(List<LiveSignal> signals) {
    return !signals.stream().allMatch(LiveSignal::used);
  }
}
