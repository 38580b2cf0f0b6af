package dev.ebb.retention;

import dev.ebb.signal.Reading;
import dev.ebb.signal.Rule;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What one rule has seen of one customer over the last closes, and what that is worth now. */
final class SignalTrail {

  /** Strengths are kept in steps of 1/250, rounded down: half a step under the alarm is none. */
  static final int STEPS = 250;

  static final int LENGTH = 8;

  /** The newest strength, unrounded; known only to whoever read it. */
  private double newest;

  /** Newest first, in steps; 0 where there was no close. */
  final byte[] strengths = new byte[LENGTH];

  /** Bit i: whether strength i was mature. */
  int matureBits;

  Standing standing = Standing.OFF;

  /** Whether it has been part of a case in its present standing. */
  boolean used;

  /** When the present standing began, epoch milliseconds. */
  long since;

  /** The last reading at or over the alarm, epoch milliseconds. */
  long lastHeld;

  /** Of the last reading that had any; empty while off. */
  Map<String, Double> evidence = Map.of();

  /** Whether anything of a reading is left once it is kept in steps. */
  static boolean isTraced(Reading reading) {
    return steps(reading.strength()) > 0;
  }

  /** Adds a close. After a correction earlier strengths cannot outlast the corrected one. */
  void push(Reading reading, long now, boolean corrected) {
    System.arraycopy(strengths, 0, strengths, 1, LENGTH - 1);
    matureBits = (matureBits << 1) & ((1 << LENGTH) - 1);
    put(reading, now);
    if (corrected) {
      capEarlier();
    }
  }

  /** Replaces the newest close, whose day is seen differently now. */
  void replaceNewest(Reading reading, long now) {
    put(reading, now);
  }

  private void put(Reading reading, long now) {
    newest = reading.strength();
    strengths[0] = (byte) steps(reading.strength());
    matureBits = (matureBits & ~1) | (reading.mature() ? 1 : 0);
    if (reading.ofPeriod()) {
      Arrays.fill(strengths, strengths[0]);
      matureBits = reading.mature() ? (1 << LENGTH) - 1 : 0;
    }
    if (reading.isAlarm()) {
      lastHeld = now;
    }
    if (!reading.evidence().isEmpty()) {
      evidence = reading.evidence();
    }
  }

  private void capEarlier() {
    int newest = strengths[0] & 0xFF;
    for (int i = 1; i < LENGTH; i++) {
      strengths[i] = (byte) Math.min(strengths[i] & 0xFF, newest);
    }
  }

  /**
   * Decides the standing anew; {@code mayCount}: whether policy lets the rule's signals count,
   * asked only where it matters.
   */
  void settle(Rule rule, WatchSettings settings, BooleanSupplier mayCount, long now) {
    Standing next = nextStanding(rule, settings, mayCount);
    if (!standing.isLive()) {
      lastHeld = now;
    }
    if (next != standing) {
      standing = next;
      since = now;
      used = false;
    }
    if (!standing.isLive()) {
      evidence = Map.of();
    }
  }

  private Standing nextStanding(Rule rule, WatchSettings settings, BooleanSupplier mayCount) {
    if (!holds(strength(rule, false), standing.isLive(), settings)) {
      return Standing.OFF;
    }
    if (!holds(strength(rule, true), standing.isMature(), settings)) {
      return Standing.IMMATURE;
    }
    return rule.status() == Rule.Status.ACTIVE && mayCount.getAsBoolean()
        ? Standing.COUNTS
        : Standing.SHADOWED;
  }

  private static boolean holds(double strength, boolean before, WatchSettings settings) {
    return strength >= kept(before ? settings.offBelow() : Reading.THRESHOLD);
  }

  private static double kept(double strength) {
    return (double) steps(strength) / STEPS;
  }

  private static int steps(double strength) {
    return (int) (strength * STEPS);
  }

  /** The strength that enough of the last closes agree on; immature ones count only if asked. */
  double strength(Rule rule, boolean matureOnly) {
    int closes = rule.persistence().closes();
    int[] last = new int[rule.persistence().of()];
    for (int i = 0; i < last.length; i++) {
      boolean counts = !matureOnly || ((matureBits >> i) & 1) == 1;
      last[i] = counts ? strengths[i] & 0xFF : 0;
    }
    Arrays.sort(last);
    return (double) last[last.length - closes] / STEPS;
  }

  /** The same of all readings, with the newest one unrounded: for ranking. */
  double fineStrength(Rule rule) {
    double kept = strength(rule, false);
    return kept == kept(newest) ? newest : kept;
  }

  /** The strength that a case shows for a signal in this standing. */
  double shownStrength(Rule rule) {
    return strength(rule, standing.isMature());
  }

  /** How long ago a live signal was last confirmed; a silent one is read afresh at each close. */
  long ageMillis(long now) {
    return standing.isLive() ? now - lastHeld : 0;
  }

  /** The signal has been disproved. */
  void end() {
    Arrays.fill(strengths, (byte) 0);
    matureBits = 0;
  }

  /** Whether nothing would be lost by dropping this. */
  boolean isBlank() {
    for (byte strength : strengths) {
      if (strength != 0) {
        return false;
      }
    }
    return !standing.isLive();
  }
}
