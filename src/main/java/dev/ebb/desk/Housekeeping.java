package dev.ebb.desk;

import dev.ebb.desk.feed.FeedState;
import dev.ebb.desk.people.Sessions;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Deliveries;
import dev.ebb.desk.store.Work;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what was put off, takes cases out of the queue that the job has not repeated for too
 * long, and deletes sessions that are over and old deliveries to webhooks.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private static final Duration DELIVERIES = Duration.ofDays(30);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "desk-housekeeping"));

  /** Begins. What was not told while the alerts could not be read is not held against a case. */
  Housekeeping(
      Work work,
      Sessions sessions,
      Deliveries deliveries,
      FeedState alerts,
      Clocks clocks,
      Duration staleAfter) {
    every(1, work::wake);
    every(
        60,
        () -> {
          if (alerts.isCaughtUp()) {
            work.dropUnseen(clocks.wallNow().minus(staleAfter));
          }
        });
    every(600, sessions::sweep);
    every(600, () -> deliveries.sweep(clocks.wallNow().minus(DELIVERIES)));
  }

  private void every(int seconds, Runnable task) {
    timer.scheduleWithFixedDelay(() -> guarded(task), seconds, seconds, TimeUnit.SECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("housekeeping waits: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
