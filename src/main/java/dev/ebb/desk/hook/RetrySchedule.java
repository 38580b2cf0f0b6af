package dev.ebb.desk.hook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When a delivery is tried again: twice as long after each failure, less up to half of it by
 * chance, so that those who failed together do not come back together.
 *
 * @param first wait
 * @param longest wait
 * @param attempts until it is given up
 * @param chance numbers from 0 to below 1
 */
record RetrySchedule(Duration first, Duration longest, int attempts, DoubleSupplier chance) {
  /** What is older is not tried any more: a receiver that is too slow would never catch up. */
  static final Duration OLDEST = Duration.ofDays(2);

  private static final int MOST_DOUBLINGS = 40;

  /** Twelve attempts, over 3.6 hours on average and 4.8 at the most. */
  static RetrySchedule usual() {
    return new RetrySchedule(
        Duration.ofSeconds(10),
        Duration.ofHours(2),
        12,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /** How long to wait after so many attempts; empty: it is given up. */
  Optional<Duration> after(int failed) {
    if (failed >= attempts) {
      return Optional.empty();
    }
    double doubled = first.toMillis() * Math.pow(2, Math.min(failed - 1, MOST_DOUBLINGS));
    double wait = Math.min(longest.toMillis(), doubled) * (1 - chance.getAsDouble() / 2);
    return Optional.of(Duration.ofMillis(Math.round(wait)));
  }
}
