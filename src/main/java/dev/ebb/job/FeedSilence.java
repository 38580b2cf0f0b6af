package dev.ebb.job;

import java.util.function.LongSupplier;
import org.apache.flink.metrics.Gauge;

/** Seconds since something came last, or else since the start. */
final class FeedSilence implements Gauge<Long> {
  private static final long MILLIS_PER_SECOND = 1_000;

  private final LongSupplier clock;
  private volatile long since;

  /**
   * @param clock wall clock, epoch milliseconds
   */
  FeedSilence(LongSupplier clock) {
    this.clock = clock;
    end();
  }

  /** Something has come. */
  void end() {
    since = clock.getAsLong();
  }

  @Override
  public Long getValue() {
    return Math.max(0, clock.getAsLong() - since) / MILLIS_PER_SECOND;
  }
}
