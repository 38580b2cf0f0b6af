package dev.ebb.demo;

import dev.ebb.job.JobCounts;

/**
 * When a demo has become live: weeks of history are fed in seconds, and what happens meanwhile
 * waits for the job to catch up. From then on a latency is what an operator would see.
 */
final class LivePhase {
  /** The length of the history is not known yet, or there is no end to it. */
  static final long UNKNOWN = -1;

  private long since = Long.MAX_VALUE;

  /**
   * Looks how far the job is.
   *
   * @param historyRecords sent before time went on at its own speed, or {@link #UNKNOWN}
   * @param now wall clock, epoch milliseconds
   */
  void observe(JobCounts counts, long historyRecords, long now) {
    long read = counts.events() + counts.duplicates() + counts.rejected();
    if (since == Long.MAX_VALUE && historyRecords != UNKNOWN && read >= historyRecords) {
      since = now;
    }
  }

  /** Whether what was caused at this instant was caused live. */
  boolean covers(long causedAt) {
    return causedAt >= since;
  }
}
