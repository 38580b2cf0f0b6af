package dev.ebb.retention;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.util.Arrays;

/** How the priorities of the cases that asked were spread, for today and the last seven days. */
final class PriorityHistory {
  static final int DAYS = 7;

  /** Eight buckets to a doubling, up to 2^32 minor units; the lowest one is for all under 1. */
  private static final int BUCKETS = 257;

  private static final double PER_DOUBLING = 8;

  /** Row 0 is today. */
  private final int[][] counts = new int[DAYS + 1][BUCKETS];

  /** Completed days since the first case asked, at most seven. */
  private int completedDays;

  void add(double priority) {
    counts[0][bucket(priority)]++;
  }

  /** Today and perhaps more days without any case are over. */
  void endDays(long days) {
    for (long i = 0; i < Math.min(days, DAYS); i++) {
      int[] dropped = counts[DAYS];
      System.arraycopy(counts, 0, counts, 1, DAYS);
      Arrays.fill(dropped, 0);
      counts[0] = dropped;
    }
    completedDays = (int) Math.min(DAYS, completedDays + days);
  }

  /**
   * The priority that would just have filled the budget on the mean of the last seven days; 0 while
   * seven days are not known, or where there were fewer cases than budget.
   */
  double threshold(AlertBudget budget) {
    if (completedDays < DAYS || budget.perDay().isEmpty()) {
      return 0;
    }
    long wanted = (long) budget.perDay().getAsInt() * DAYS;
    long above = 0;
    for (int bucket = BUCKETS - 1; bucket > 0; bucket--) {
      for (int day = 1; day <= DAYS; day++) {
        above += counts[day][bucket];
      }
      if (above >= wanted) {
        return lowest(bucket);
      }
    }
    return 0;
  }

  void pack(PackedWriter out) {
    out.varint(completedDays);
    for (int[] day : counts) {
      out.varint(Arrays.stream(day).filter(count -> count > 0).count());
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        if (day[bucket] > 0) {
          out.varint(bucket).varint(day[bucket]);
        }
      }
    }
  }

  void unpack(PackedReader in) {
    completedDays = in.varintInt();
    for (int[] day : counts) {
      for (int left = in.varintInt(); left > 0; left--) {
        int bucket = in.varintInt();
        day[bucket] = in.varintInt();
      }
    }
  }

  private static int bucket(double priority) {
    if (priority < 1) {
      return 0;
    }
    double doublings = Math.log(priority) / Math.log(2);
    return (int) Math.min(BUCKETS - 1, 1 + Math.floor(doublings * PER_DOUBLING));
  }

  private static double lowest(int bucket) {
    return Math.pow(2, (bucket - 1) / PER_DOUBLING);
  }
}
