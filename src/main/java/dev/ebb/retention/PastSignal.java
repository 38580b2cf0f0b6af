package dev.ebb.retention;

import java.util.Map;

/** A signal as a case has last shown it; it may have ended since. */
record PastSignal(Standing standing, long since, double strength, Map<String, Double> evidence) {

  static PastSignal of(LiveSignal live) {
    return new PastSignal(live.standing(), live.since(), live.strength(), live.evidence());
  }
}
