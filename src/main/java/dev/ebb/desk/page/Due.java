package dev.ebb.desk.page;

import java.time.Instant;

/**
 * A deadline as it is shown.
 *
 * @param at the moment itself
 * @param left how long until then, or since
 * @param isMissed whether it has passed: one of the two things that are red
 */
public record Due(String at, String left, boolean isMissed) {

  static Due of(Instant at, Instant now, Words words) {
    return new Due(words.time(at, now), words.due(at, now), at.isBefore(now));
  }
}
