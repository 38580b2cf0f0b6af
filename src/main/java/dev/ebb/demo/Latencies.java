package dev.ebb.demo;

import java.util.Arrays;

/** All latencies of a run, in milliseconds, for exact quantiles. */
public final class Latencies {
  private long[] values = new long[1_024];
  private int count;

  /**
   * What they come to.
   *
   * @param count of the latencies
   * @param p50Millis their median, 0 where there are none
   * @param p99Millis 99 % were as fast or faster
   */
  public record Summary(int count, long p50Millis, long p99Millis) {}

  /** What they come to. */
  public Summary summary() {
    return new Summary(count, quantile(0.5), quantile(0.99));
  }

  /** One more. */
  public void add(long millis) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = millis;
  }

  /**
   * The nearest-rank quantile, 0 where there is nothing.
   *
   * @param share in (0, 1]
   */
  public long quantile(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * count) - 1];
  }
}
