package dev.ebb.desk.hook;

import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Deliveries;
import dev.ebb.desk.store.Deliveries.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends deliveries as they fall due, each at least once: what was under way when the desk was
 * killed is sent again. A slow receiver keeps only its own deliveries waiting.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration LEASE = Post.longest().multipliedBy(6);
  private static final int AT_ONCE = 8;
  private static final int LONGEST_FAILURE = 300;

  private final Deliveries deliveries;
  private final Clocks clocks;
  private final RetrySchedule schedule;
  private final Post post;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "desk-webhooks"));

  /** Starts sending. */
  public Courier(Deliveries deliveries, Clocks clocks, Reach reach) {
    this(deliveries, clocks, reach, RetrySchedule.usual());
  }

  Courier(Deliveries deliveries, Clocks clocks, Reach reach, RetrySchedule schedule) {
    this.deliveries = deliveries;
    this.clocks = clocks;
    this.schedule = schedule;
    this.post = new Post(reach);
    timer.scheduleWithFixedDelay(
        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Instant now = clocks.wallNow();
      for (String webhook : deliveries.dueWebhooks(now)) {
        int given = deliveries.giveUp(webhook, now.minus(RetrySchedule.OLDEST), now);
        if (given > 0) {
          LOG.warn("webhook {}: {} deliveries have waited for too long", webhook, given);
        }
        int free = AT_ONCE - underWay.getOrDefault(webhook, 0);
        if (free > 0) {
          deliveries.lease(webhook, free, now, now.plus(LEASE)).forEach(this::send);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("webhooks wait: {}", e.getMessage());
    }
  }

  private void send(Due due) {
    underWay.merge(due.webhook(), 1, Integer::sum);
    post.send(
        due,
        clocks.wallNow(),
        failure -> {
          underWay.computeIfPresent(due.webhook(), (it, count) -> count == 1 ? null : count - 1);
          settle(due, failure);
        });
  }

  private void settle(Due due, String failure) {
    try {
      if (failure == null) {
        deliveries.delivered(due.id(), clocks.wallNow());
        return;
      }
      Instant next =
          schedule.after(due.attempts()).map(wait -> clocks.wallNow().plus(wait)).orElse(null);
      deliveries.failed(due.id(), shortened(failure), next);
      if (next == null) {
        LOG.warn("webhook {} was given up after {} tries", due.webhook(), due.attempts());
      }
    } catch (RuntimeException e) {
      LOG.warn("webhook delivery {} is sent again: {}", due.id(), e.getMessage());
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
  }

  @Override
  public void close() throws Exception {
    timer.shutdown();
    timer.awaitTermination(Post.longest().toSeconds(), TimeUnit.SECONDS);
    post.close();
  }
}
