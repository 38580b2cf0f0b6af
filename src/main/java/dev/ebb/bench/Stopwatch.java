package dev.ebb.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Measures from the first record to the last one: the start of the JVM and of the cluster is not
 * part of it, the compiler's and the collector's work is.
 */
final class Stopwatch {
  private static final long LOOK_MILLIS = 5;
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final double NANOS_PER_SECOND = 1e9;

  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final LongSupplier records;
  private final Check check;

  /** Throws if the contender cannot go on. */
  interface Check {
    void run() throws Exception;
  }

  /**
   * What was measured.
   *
   * @param seen records until the end
   * @param records between the first look that saw any and the last one
   * @param seconds between these two
   * @param cpuSeconds of all threads of this process in that time
   * @param complete whether all records were seen before the limit
   */
  record Span(long seen, long records, double seconds, double cpuSeconds, boolean complete) {}

  Stopwatch(LongSupplier records, Check check) {
    this.records = records;
    this.check = check;
  }

  Span measure(long expected, Duration limit, LongConsumer progress) throws Exception {
    long startedAt = System.nanoTime();
    long first = awaitFirst(startedAt);
    long from = System.nanoTime();
    long cpuFrom = machine.getProcessCpuTime();
    long seen = first;
    long now = from;
    for (long look = 0; seen < expected && now - from < limit.toNanos(); look++) {
      Thread.sleep(LOOK_MILLIS);
      seen = records.getAsLong();
      now = System.nanoTime();
      if (look % 100 == 0) {
        progress.accept(seen);
        check.run();
      }
    }
    return new Span(
        seen,
        seen - first,
        (now - from) / NANOS_PER_SECOND,
        (machine.getProcessCpuTime() - cpuFrom) / NANOS_PER_SECOND,
        seen >= expected);
  }

  private long awaitFirst(long startedAt) throws Exception {
    long first;
    while ((first = records.getAsLong()) == 0) {
      if (System.nanoTime() - startedAt > START_PATIENCE.toNanos()) {
        throw new IllegalStateException("no record came within " + START_PATIENCE);
      }
      check.run();
      Thread.sleep(LOOK_MILLIS);
    }
    return first;
  }
}
