package dev.ebb.retention;

import dev.ebb.event.Care;
import dev.ebb.ledger.History;
import dev.ebb.risk.Lifecycle;
import dev.ebb.risk.Stage;

/** Follows a customer through the stages of the lifecycle, to the exit and back. */
final class StageCourse {
  private final WatchSettings settings;
  private final Departures departures;
  private final Census census;

  StageCourse(WatchSettings settings, Census census) {
    this.settings = settings;
    this.census = census;
    this.departures = new Departures(settings.terms());
  }

  /** A day has closed: only now is there a history to tell of who is gone. */
  void judge(Sitting sitting, History history, long at) {
    CaseFile file = sitting.file;
    turnTo(sitting, departures.byDay(sitting, history, at), at);
    if (file.departure != null && file.departure.told() != Departure.Told.ALL) {
      Exit exit = ExitWriter.write(sitting, history);
      sitting.output.exit(exit);
      if (!file.departure.isEntered()) {
        census.exit(sitting, exit, at);
      }
      file.departure = file.departure.asTold();
    }
  }

  /** A profile has come. */
  void renew(Sitting sitting, long at) {
    CaseFile file = sitting.file;
    turnTo(
        sitting,
        Departures.byProfile(
            file.departure, sitting.profile, file.lastDay, at, sitting.shownBefore),
        at);
  }

  /**
   * Something was said.
   *
   * @param farewell what was said, if the customer is gone; else null
   */
  void hear(Sitting sitting, Care farewell, int day, long at) {
    Departure known = sitting.file.departure;
    boolean isNew = known == null && farewell != null;
    turnTo(sitting, isNew ? Departures.byCare(farewell, day, at, sitting.shownBefore) : known, at);
  }

  /** The customer has acted on this day. */
  void greet(Sitting sitting, int day, long at) {
    Departure known = sitting.file.departure;
    if (!sitting.file.isBlank()) {
      turnTo(sitting, known != null && known.isDisprovedBy(day) ? null : known, at);
    }
  }

  /** Nothing may be left of the customer. */
  void erase(Sitting sitting, long at) {
    census.drop(sitting, at);
    if (sitting.file.lifecycle.stage() != null) {
      sitting.output.erased(sitting.customerId, at);
    }
  }

  private void turnTo(Sitting sitting, Departure departure, long at) {
    CaseFile file = sitting.file;
    Departure before = file.departure;
    file.departure = departure;
    if (departure != null) {
      file.cohorts.replaceAll(place -> place.after(departure));
    }
    boolean isBack = sitting.wasForgotten && !file.forgotten;
    Stage from = isBack ? null : file.lifecycle.stage();
    file.lifecycle =
        departure == null
            ? file.lifecycle.on(
                file.lastDay, settings.stages(), file.activatedOn, sitting.signals.risk(at))
            : Lifecycle.GONE;
    Stage to = file.lifecycle.stage();
    if (to != from) {
      String reason = reason(from, to, departure);
      sitting.output.stage(new StageChange(sitting.customerId, from, to, at, reason));
    }
    census.count(sitting, at);
    if (before != null && before.isEntered() && departure == null) {
      sitting.output.cameBack(sitting.customerId);
    }
  }

  private static String reason(Stage from, Stage to, Departure departure) {
    if (departure != null) {
      return departure.kind().label();
    }
    if (from == null) {
      return Reason.FIRST_SEEN;
    }
    if (from == Stage.EXIT) {
      return Reason.RETURNED;
    }
    if (to == Stage.DECLINE) {
      return Reason.RISK;
    }
    return from == Stage.DECLINE ? Reason.RECOVERED : Reason.AGE;
  }
}
