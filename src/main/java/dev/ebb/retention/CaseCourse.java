package dev.ebb.retention;

import dev.ebb.risk.Band;
import java.util.List;

/**
 * What becomes of a customer's case as its signals come and go: opened, raised, repeated, closed.
 */
final class CaseCourse {
  private final WatchSettings settings;
  private final CaseWriter writer;

  CaseCourse(WatchSettings settings) {
    this.settings = settings;
    this.writer = new CaseWriter(settings);
  }

  /** The next deadline of the open case, epoch milliseconds; {@link Long#MAX_VALUE} without one. */
  long nextDeadline(CaseFile file) {
    OpenCase open = file.open;
    if (open == null || !open.isContactable()) {
      return Long.MAX_VALUE;
    }
    return open.overdue ? open.actBy + settings.expireAfter().toMillis() : open.actBy;
  }

  /** When to look at the customer next without being told anything. */
  long nextWake(CaseFile file) {
    boolean awaitsEnd =
        file.open != null
            && file.open.withheld == Withheld.LEGAL_STOP
            && file.stoppedUntil > file.lastAt
            && file.stoppedUntil != Long.MAX_VALUE;
    long stop = awaitsEnd ? file.stoppedUntil : Long.MAX_VALUE;
    return Math.min(Math.min(nextDeadline(file), file.dueAt), stop);
  }

  /**
   * Acts on the deadlines that are due, each at its own instant, so that it does not matter how far
   * time has moved since.
   */
  void settleDeadlines(Sitting sitting, long until) {
    CaseFile file = sitting.file;
    while (nextDeadline(file) <= until) {
      long due = Math.max(nextDeadline(file), file.lastAt);
      if (file.open.overdue) {
        close(sitting, CaseState.EXPIRED, Reason.EXPIRED, sitting.shown(true), due);
      } else {
        file.open.overdue = true;
        raise(sitting, Reason.OVERDUE, sitting.shown(true), due);
      }
    }
  }

  /**
   * Decides what the present signals mean for the case.
   *
   * @param whyGone the reason to give where nothing holds the case any longer
   * @param daily whether an unchanged case is repeated, if nothing has been said at this instant
   */
  void proceed(Sitting sitting, long at, String whyGone, boolean daily) {
    OpenCase open = sitting.file.open;
    List<LiveSignal> counting = sitting.shown(true);
    if ((open == null || !open.isContactable()) && isNews(sitting, counting, at)) {
      makeContactable(sitting, counting, at);
    } else if (open != null) {
      carryOn(sitting, at, whyGone, daily);
    } else {
      List<LiveSignal> waiting = sitting.shown(false);
      if (hasUnused(waiting)) {
        start(sitting, at);
        open(sitting).withheld = whyWithheld(sitting, waiting, at);
        open(sitting).state = CaseState.WITHHELD;
        say(sitting, null, waiting, at);
      }
    }
  }

  /** Closes the open case, showing the signals it had. */
  void close(Sitting sitting, CaseState state, String reason, List<LiveSignal> shown, long at) {
    sitting.file.open.revision++;
    sitting.output.message(writer.write(sitting, state, reason, shown, at));
    sitting.file.end();
  }

  /** Closes the open case without a word about the person. */
  void erase(Sitting sitting, long at) {
    sitting.file.open.revision++;
    sitting.output.message(writer.erased(sitting, at));
    sitting.file.end();
  }

  /** Signals of an earlier case open another one only if the risk has grown since. */
  private boolean isNews(Sitting sitting, List<LiveSignal> counting, long at) {
    return hasUnused(counting)
        || (!counting.isEmpty() && band(sitting, at).compareTo(sitting.file.endedIn) > 0);
  }

  private void makeContactable(Sitting sitting, List<LiveSignal> counting, long at) {
    if (open(sitting) == null) {
      start(sitting, at);
    }
    OpenCase open = open(sitting);
    open.withheld = null;
    open.state = CaseState.OPEN;
    open.runsFrom = at;
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
    List<LiveSignal> shown = sitting.shown(open.isContactable());
    if (shown.isEmpty()) {
      close(sitting, CaseState.CLEARED, whyGone, sitting.shownBefore, at);
      return;
    }
    setActBy(open, shown);
    if (!open.isContactable()) {
      open.withheld = whyWithheld(sitting, shown, at);
    }
    if (hasUnused(shown)) {
      raise(sitting, Reason.NEW_SIGNAL, shown, at);
    } else if (band(sitting, at).compareTo(open.band) > 0) {
      raise(sitting, Reason.HIGHER_BAND, shown, at);
    } else if (daily && open.saidAt != at) {
      say(sitting, Reason.DAILY, shown, at);
    }
  }

  private void raise(Sitting sitting, String reason, List<LiveSignal> shown, long at) {
    OpenCase open = open(sitting);
    open.state = open.isContactable() ? CaseState.RAISED : CaseState.WITHHELD;
    say(sitting, reason, shown, at);
  }

  private void say(Sitting sitting, String reason, List<LiveSignal> shown, long at) {
    OpenCase open = open(sitting);
    open.revision++;
    open.saidAt = at;
    setActBy(open, shown);
    Band band = band(sitting, at);
    open.band = band.compareTo(open.band) > 0 ? band : open.band;
    for (LiveSignal signal : shown) {
      sitting.file.trails.get(signal.rule().id()).used = true;
    }
    sitting.output.message(writer.write(sitting, open.state, reason, shown, at));
  }

  private static void setActBy(OpenCase open, List<LiveSignal> shown) {
    open.actBy =
        shown.stream()
            .mapToLong(
                signal ->
                    Math.max(signal.since(), open.runsFrom) + signal.rule().actWithin().toMillis())
            .min()
            .orElse(open.actBy);
  }

  private Band band(Sitting sitting, long at) {
    return settings.bands().of(sitting.risk(at));
  }

  private static OpenCase open(Sitting sitting) {
    return sitting.file.open;
  }

  private static boolean hasUnused(List<LiveSignal> signals) {
    return signals.stream().anyMatch(signal -> !signal.used());
  }

  private static Withheld whyWithheld(Sitting sitting, List<LiveSignal> waiting, long at) {
    if (sitting.isStopped(at)) {
      return Withheld.LEGAL_STOP;
    }
    if (sitting.hasOptedOut()) {
      return Withheld.OPT_OUT;
    }
    boolean onlyShadow =
        waiting.stream().anyMatch(signal -> signal.isActive() && signal.standing().isMature());
    boolean immature =
        waiting.stream().anyMatch(signal -> signal.isActive() && !signal.standing().isMature());
    return immature && !onlyShadow ? Withheld.IMMATURE : Withheld.SHADOW;
  }
}
