package dev.ebb.desk.store;

import dev.ebb.retention.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When to try a customer again who was not reached: at another hour of the day, and not while it is
 * quiet.
 *
 * @param zone of the quiet hours
 * @param attempts so many tries without success are enough, 1 to 10
 */
public record Retry(ZoneId zone, QuietHours quiet, int attempts) {
  private static final Duration LATER = Duration.ofHours(3);
  private static final Duration AFTER_QUIET = Duration.ofHours(2);

  /** Whether this try, counted from 1, was the last one. */
  boolean isLast(int attempt) {
    return attempt >= attempts;
  }

  /** Three hours later, or two hours after the quiet ends in which that would fall. */
  Instant after(Instant now) {
    Instant later = now.plus(LATER);
    Instant allowed = Instant.ofEpochMilli(quiet.notBefore(later.toEpochMilli(), zone));
    return allowed.isAfter(later) ? allowed.plus(AFTER_QUIET) : later;
  }
}
