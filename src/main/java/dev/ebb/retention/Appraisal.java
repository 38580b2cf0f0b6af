package dev.ebb.retention;

import dev.ebb.event.Feed;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.risk.Cohorts;
import dev.ebb.risk.LostBy;
import dev.ebb.risk.Valuation;
import dev.ebb.signal.Snapshot;
import java.util.stream.IntStream;

/** Finds at each close what a customer is worth, and keeps their places in the cohorts. */
final class Appraisal {
  private final Valuation valuation;
  private final Cohorts cohorts;

  Appraisal(Valuation valuation) {
    this.valuation = valuation;
    this.cohorts = valuation.cohorts();
  }

  /** A day has closed. */
  void judge(Sitting sitting, DayClosed closed, BaseIndex index) {
    CaseFile file = sitting.file;
    History history = closed.history();
    file.region = sitting.region(closed.region());
    long topFrom = index.topArpu(file.region, closed.day());
    file.value = valuation.of(history, sitting.profile, topFrom);
    file.midHigh =
        valuation.knownArpu(history).isPresent()
            && valuation.isMidHigh(file.value.arpu(), history, topFrom);
    file.cohorts.removeIf(place -> closed.day() > cohorts.lastDay(place.day()));
    if (cohorts.begins(closed.day()) && file.midHigh && file.departure == null) {
      join(file, closed.day());
    }
    if (Days.monthOf(closed.day() + 1) != Days.monthOf(closed.day())) {
      file.cohorts.replaceAll(place -> afterMonth(place, history));
    }
  }

  /** The oldest cohort that the customer is in, or null. */
  Snapshot snapshot(CaseFile file) {
    if (file.cohorts.isEmpty()) {
      return null;
    }
    Membership oldest = file.cohorts.get(0);
    return new Snapshot(Cohorts.firstMonth(oldest.day()), oldest.arpu());
  }

  private static void join(CaseFile file, int day) {
    if (file.cohorts.stream().noneMatch(place -> place.day() == day)) {
      file.cohorts.add(
          new Membership(day, file.value.arpu(), file.value.tier(), file.region, false, false));
    }
  }

  private Membership afterMonth(Membership place, History history) {
    Membership after = place;
    for (LostBy definition : LostBy.values()) {
      if (lowMonths(place, definition, history) >= cohorts.lostMonths()) {
        after = after.lost(definition);
      }
    }
    return after;
  }

  private long lowMonths(Membership place, LostBy definition, History history) {
    int last =
        Math.min(Days.monthOf(history.lastDay()), Cohorts.lastMonth(place.day(), definition));
    return IntStream.rangeClosed(Cohorts.firstMonth(place.day()), last)
        .filter(month -> isLow(month, definition, history))
        .count();
  }

  private boolean isLow(int month, LostBy definition, History history) {
    return isBelow(cohorts.lowArpu(), Measure.SPEND, Feed.SPEND, month, history)
        || (definition == LostBy.GROUP
            && isBelow(cohorts.lowVoiceSeconds(), Measure.VOICE_OUT, Feed.USAGE, month, history));
  }

  /** Unknown is not zero. */
  private boolean isBelow(long mark, Measure measure, Feed feed, int month, History history) {
    return valuation.knows(history, feed, month) && history.month(measure, month) < mark;
  }
}
