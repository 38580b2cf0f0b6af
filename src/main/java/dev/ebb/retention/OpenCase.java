package dev.ebb.retention;

import dev.ebb.risk.Band;
import java.util.TreeMap;

/** The case that is open, as it was last sent. */
final class OpenCase {
  final String alertId;

  /** Event time of the first message, epoch milliseconds. */
  final long openedAt;

  /** Event time of the last message, epoch milliseconds. */
  long saidAt;

  int revision;

  /** Stays {@link Work#FRESH} while the case is withheld. */
  Work work = Work.FRESH;

  /**
   * From when the time of {@link #work} is counted; for a case put off, when it comes back. Epoch
   * milliseconds.
   */
  long worksFrom;

  /** How many steps of working it have been counted: attempted, reached, accepted. */
  int steps;

  /** Null: contactable. */
  Withheld withheld;

  /** When it became contactable, else when it was opened; deadlines do not run before. */
  long runsFrom;

  /** Deadline for the first attempt, epoch milliseconds. */
  long actBy;

  /** The highest so far. */
  Band band;

  /** The signals that have been part of it, as last shown, by rule id. */
  final TreeMap<String, PastSignal> signals = new TreeMap<>();

  OpenCase(String alertId, long openedAt) {
    this.alertId = alertId;
    this.openedAt = openedAt;
    this.runsFrom = openedAt;
    this.worksFrom = openedAt;
  }

  boolean isContactable() {
    return withheld == null;
  }

  boolean isVerifying() {
    return isContactable() && work.isVerifying();
  }

  CaseState onTheWire() {
    return isContactable() ? work.onTheWire() : CaseState.WITHHELD;
  }

  void turnTo(Work newWork, long from) {
    work = newWork;
    worksFrom = from;
  }
}
