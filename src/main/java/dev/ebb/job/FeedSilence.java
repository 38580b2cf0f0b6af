package dev.ebb.job;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Gauge;

/** Seconds since something came last, or else since the start. */
final class FeedSilence implements Gauge<Long> {
  private static final long MILLIS_PER_SECOND = 1_000;

  private final LongSupplier clock;

  /** Written lazily: with each record, and read once in a while. */
  private final AtomicLong since = new AtomicLong();

  /**
   * @param clock wall clock, epoch milliseconds
   */
  FeedSilence(LongSupplier clock) {
    this.clock = clock;
    end();
  }

  /** Something has come. */
  void end() {
    since.lazySet(clock.getAsLong());
  }

  @Override
  public Long getValue() {
    return Math.max(0, clock.getAsLong() - since.get()) / MILLIS_PER_SECOND;
  }
}
