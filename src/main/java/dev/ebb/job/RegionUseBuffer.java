package dev.ebb.job;

import dev.ebb.ledger.Measure;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds use up per region and day on one task until the next watermark or checkpoint, so that the
 * base index costs a message per region and day instead of one per event.
 */
final class RegionUseBuffer {
  private final Map<Integer, DayUse> days = new HashMap<>();

  /** That of the newest event: the next one is mostly of the same day. */
  private DayUse last;

  /** Adds to the region, if it is known, and to the whole network. */
  void used(String region, int day, Measure measure, long amount) {
    DayUse use = on(day);
    use.network().amounts[measure.ordinal()] += amount;
    if (region != null) {
      use.of(region).amounts[measure.ordinal()] += amount;
    }
  }

  /** Counts a new customer of the region, if it is known, and of the whole network. */
  void appeared(String region, int day) {
    count(region, day, 1);
  }

  /** Counts a customer from an earlier day on instead. */
  void appearedEarlier(String region, int day, int instead) {
    count(region, day, 1);
    count(region, instead, -1);
  }

  /** Counts a customer over from one region to another; either may be unknown. */
  void moved(String fromRegion, String toRegion, int day) {
    if (fromRegion != null) {
      on(day).of(fromRegion).customers--;
    }
    if (toRegion != null) {
      on(day).of(toRegion).customers++;
    }
  }

  /** Hands all sums over and starts again from nothing. */
  void drainTo(Consumer<RegionUse> consumer) {
    days.values().forEach(use -> use.drainTo(consumer));
    days.clear();
    last = null;
  }

  private void count(String region, int day, int customers) {
    DayUse use = on(day);
    use.network().customers += customers;
    if (region != null) {
      use.of(region).customers += customers;
    }
  }

  private DayUse on(int day) {
    if (last == null || last.day != day) {
      last = days.computeIfAbsent(day, DayUse::new);
    }
    return last;
  }

  /** One day's sums. */
  private static final class DayUse {
    private final int day;
    private final Map<String, Sum> sums = new HashMap<>();
    private Sum network;

    DayUse(int day) {
      this.day = day;
    }

    Sum network() {
      if (network == null) {
        network = of(RegionUse.NETWORK);
      }
      return network;
    }

    Sum of(String region) {
      return sums.computeIfAbsent(region, name -> new Sum());
    }

    void drainTo(Consumer<RegionUse> consumer) {
      sums.forEach(
          (region, sum) -> consumer.accept(new RegionUse(region, day, sum.amounts, sum.customers)));
    }
  }

  private static final class Sum {
    final long[] amounts = new long[Measure.COUNT];
    int customers;
  }
}
