package dev.ebb.desk.feed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps work going until it is stopped: waits longer after each failure in a row, and not at all
 * once it is stopped.
 */
final class Backoff {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final CountDownLatch stopped = new CountDownLatch(1);
  private Duration next = SHORTEST;

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  void stop() {
    stopped.countDown();
  }

  /** All is well: the next failure is the first one again. */
  void reset() {
    next = SHORTEST;
  }

  /**
   * Does the work, and begins anew where it fails, until it is stopped.
   *
   * @param onFailure hears of each failure before the wait
   */
  void persist(Runnable work, Consumer<RuntimeException> onFailure) {
    do {
      try {
        work.run();
      } catch (RuntimeException e) {
        onFailure.accept(e);
      }
    } while (!isStopped() && await());
  }

  private boolean await() {
    Duration wait = next;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    return pause(wait);
  }

  /** Waits so long; false if it was stopped. */
  boolean pause(Duration time) {
    try {
      return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
