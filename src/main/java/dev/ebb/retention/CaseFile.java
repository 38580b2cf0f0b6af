package dev.ebb.retention;

import dev.ebb.retention.CaseMessage.Series;
import dev.ebb.risk.Band;
import dev.ebb.risk.Lifecycle;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.CareLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that Watch remembers of one customer besides the profile. */
final class CaseFile {
  /** No day has been judged yet. */
  static final int NEVER = Integer.MIN_VALUE;

  /** Number of the last case; see {@link #nextCaseNumber}. */
  long caseNumber;

  /**
   * First day of this customer on this number, also where the newest profile is silent; or null.
   */
  LocalDate activatedOn;

  /** The first judged day, epoch day. */
  int firstDay = NEVER;

  /** The last judged day, epoch day; before the first the one before the last care event. */
  int lastDay = NEVER;

  /** The day on which a silence ended last, epoch day. */
  int returnedOn = NEVER;

  /** When this was last looked at, epoch milliseconds; messages never go back behind it. */
  long lastAt = Long.MIN_VALUE;

  /**
   * As of the last judged day, before the first of what the profile tells; null if nothing is
   * known.
   */
  Value value;

  /** The region as of the last judged day, or null. */
  String region;

  /** Whether what the customer spent in known months was of mid or high value on that day. */
  boolean midHigh;

  /** The cohorts that the customer was fixed in and that are still followed, oldest first. */
  final List<Membership> cohorts = new ArrayList<>();

  /** The highest band of the last case that ended: its signals open no other below it. */
  Band endedIn = Band.LOW;

  /** Whether the ledger has dropped the customer, so that only the open case keeps this alive. */
  boolean forgotten;

  CareLog care = CareLog.EMPTY;

  /** Until when the law forbids contact, epoch milliseconds. */
  long stoppedUntil = LegalStop.NEVER;

  /** No case of the customer is opened anew before, but for an intent; epoch milliseconds. */
  long coolUntil = Long.MIN_VALUE;

  /** The last attempts to contact the customer, as many as the cap counts; oldest first. */
  final List<Long> contacts = new ArrayList<>();

  /** When a rule reaches its threshold by mere lapse of time; {@link Long#MAX_VALUE}: none does. */
  long dueAt = Long.MAX_VALUE;

  /** As of the last look. */
  Lifecycle lifecycle = Lifecycle.UNKNOWN;

  /** How the customer is known to be gone; null while they are here. */
  Departure departure;

  /** Rules found wrong for this customer, with the instant until which they rest. */
  final TreeMap<String, Long> resting = new TreeMap<>();

  /** Rules with a condition on the closed days that held at the last close. */
  final TreeSet<String> admitted = new TreeSet<>();

  /** By rule id. */
  final TreeMap<String, SignalTrail> trails = new TreeMap<>();

  /** Null: none. */
  OpenCase open;

  /** As of the last judged day, while a case is open; else null. */
  Series series;

  SignalTrail trail(String rule) {
    return trails.computeIfAbsent(rule, id -> new SignalTrail());
  }

  /**
   * Numbers a case by its instant, with room for a thousand at the same one. A customer who comes
   * back after an erasure is unknown and must not be given an alert id again: what is heard of them
   * is later than all that was told before.
   */
  long nextCaseNumber(long at) {
    caseNumber = Math.max(caseNumber + 1, at * 1_000);
    return caseNumber;
  }

  /**
   * What is kept of a customer who is otherwise forgotten: until when the law forbids contact, and
   * what tells another owner of the number. Null: nothing need be kept.
   */
  CaseFile remainder() {
    if (stoppedUntil != LegalStop.FOR_GOOD) {
      return null;
    }
    CaseFile rest = new CaseFile();
    rest.stoppedUntil = stoppedUntil;
    rest.forgotten = true;
    rest.value = new Value(0, Tier.STANDARD);
    rest.activatedOn = activatedOn;
    rest.lastDay = lastDay;
    rest.lastAt = lastAt;
    return rest;
  }

  /** Whether all else is forgotten: nothing is told of the customer until they are here again. */
  boolean isRemainder() {
    return forgotten && open == null;
  }

  /** The law forbids contact up to this instant, epoch milliseconds, or longer if it did. */
  void stop(long until) {
    if (until > stoppedUntil) {
      stoppedUntil = until;
      departure = departure == null ? null : departure.stopped();
    }
  }

  /** When the law frees the open case, epoch milliseconds; {@link Long#MAX_VALUE}: never. */
  long releasedAt() {
    boolean isStopped =
        open != null && open.withheld == Withheld.LEGAL_STOP && stoppedUntil > lastAt;
    return isStopped && stoppedUntil != LegalStop.FOR_GOOD ? stoppedUntil : Long.MAX_VALUE;
  }

  /** Closes the open case for good. */
  void end() {
    if (open.isContactable()) {
      endedIn = open.band;
    }
    open = null;
  }

  /** Whether a day has been judged. */
  boolean wasJudged() {
    return firstDay != NEVER;
  }

  /** A day on which there was this customer, epoch day. */
  int knownOn() {
    return wasJudged() ? firstDay : lastDay + 1;
  }

  /** Whether nothing is known: no day was judged and nothing was said. */
  boolean isBlank() {
    return lastDay == NEVER;
  }
}
