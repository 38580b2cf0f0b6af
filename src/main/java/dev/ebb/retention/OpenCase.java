package dev.ebb.retention;

import dev.ebb.risk.Band;
import java.util.List;
import java.util.TreeMap;

/** The case that is open, as it was last sent. */
final class OpenCase {
  final String alertId;

  /** Event time of the first message, epoch milliseconds. */
  final long openedAt;

  /** Event time of the last message, epoch milliseconds. */
  long saidAt;

  int revision;

  /** Stays {@link Work#FRESH} while the case is withheld, unless its verdict is awaited. */
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

  /** Whether another one of the household may be called first. */
  boolean sharesTurns;

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

  boolean isHeldOut() {
    return withheld == Withheld.HOLD_OUT;
  }

  /**
   * Whether the verdict is awaited. If nobody may act on the case, it is watched for that alone.
   */
  boolean isVerifying() {
    return work.isVerifying();
  }

  /** Nobody may act on it any more, or not yet; whom nobody works, the verdict awaits at once. */
  void withhold(Withheld why, long at) {
    if (!isVerifying()) {
      withheld = why;
      if (isHeldOut()) {
        turnTo(Work.WAITING, at);
      }
    }
  }

  /** Awaits, out of reach, the verdict on a case that ends for those who work it. */
  void follow(OpenCase worked, Withheld why, long at) {
    withheld = why;
    signals.putAll(worked.signals);
    band = worked.band;
    if (worked.isVerifying()) {
      turnTo(worked.work, worked.worksFrom);
    } else {
      turnTo(Work.WAITING, at);
    }
  }

  /** While the customer's answer is verified, only another rule has anything new to tell. */
  boolean isNews(List<LiveSignal> shown) {
    return shown.stream()
        .filter(signal -> !isVerifying() || !signals.containsKey(signal.rule().id()))
        .anyMatch(signal -> !signal.used());
  }

  /** The earliest deadline of these signals; without any the last one stays. */
  void actBy(List<LiveSignal> shown) {
    actBy =
        shown.stream()
            .mapToLong(
                signal -> Math.max(signal.since(), runsFrom) + signal.rule().actWithin().toMillis())
            .min()
            .orElse(actBy);
  }

  /** From when the time of the next work is counted: each attempt starts it afresh. */
  long worksFrom(Work next, long at) {
    return next != work || next == Work.TRIED || next == Work.CONTACTED ? at : worksFrom;
  }

  CaseState onTheWire() {
    return isContactable() ? work.onTheWire() : CaseState.WITHHELD;
  }

  void turnTo(Work newWork, long from) {
    work = newWork;
    worksFrom = from;
  }
}
