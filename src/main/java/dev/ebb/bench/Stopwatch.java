package dev.ebb.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Measures from the record with which a contender has warmed up to the last one. So the start of
 * the JVM and of the cluster is not part of it, nor is the time in which all is still interpreted;
 * what the compiler and the collector do later is.
 */
final class Stopwatch {
  private static final long LOOK_MILLIS = 5;
  private static final int LOOKS_TO_TELL = 100;
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final double NANOS_PER_SECOND = 1e9;

  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final LongSupplier records;
  private final Check check;
  private long looks;

  /** Throws if the contender cannot go on. */
  interface Check {
    void run() throws Exception;
  }

  /**
   * What was measured.
   *
   * @param seen records until the end
   * @param records between the first look at a warm contender and the last look
   * @param seconds between these two
   * @param cpuSeconds of all threads of this process in that time
   * @param complete whether all records were seen before the limit
   */
  record Span(long seen, long records, double seconds, double cpuSeconds, boolean complete) {}

  Stopwatch(LongSupplier records, Check check) {
    this.records = records;
    this.check = check;
  }

  /**
   * @param warmUp so many records are not measured, unless they take more than a third of the limit
   */
  Span measure(long warmUp, long expected, Duration limit, LongConsumer progress) throws Exception {
    awaitFirst(System.nanoTime());
    long first = awaitWarm(warmUp, System.nanoTime() + limit.toNanos() / 3, progress);
    long from = System.nanoTime();
    long cpuFrom = machine.getProcessCpuTime();
    long seen = first;
    long now = from;
    while (seen < expected && now - from < limit.toNanos()) {
      Thread.sleep(LOOK_MILLIS);
      seen = records.getAsLong();
      now = System.nanoTime();
      look(seen, progress);
    }
    return new Span(
        seen,
        seen - first,
        (now - from) / NANOS_PER_SECOND,
        (machine.getProcessCpuTime() - cpuFrom) / NANOS_PER_SECOND,
        seen >= expected);
  }

  private void awaitFirst(long startedAt) throws Exception {
    while (records.getAsLong() == 0) {
      if (System.nanoTime() - startedAt > START_PATIENCE.toNanos()) {
        throw new IllegalStateException("no record came within " + START_PATIENCE);
      }
      check.run();
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private long awaitWarm(long warmUp, long atLatest, LongConsumer progress) throws Exception {
    long seen = records.getAsLong();
    while (seen < warmUp && System.nanoTime() < atLatest) {
      look(seen, progress);
      Thread.sleep(LOOK_MILLIS);
      seen = records.getAsLong();
    }
    return seen;
  }

  private void look(long seen, LongConsumer progress) throws Exception {
    if (looks++ % LOOKS_TO_TELL == 0) {
      progress.accept(seen);
      check.run();
    }
  }
}
