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
  private final Map<Slot, Sum> sums = new HashMap<>();

  /** Adds to the region, if it is known, and to the whole network. */
  void used(String region, int day, Measure measure, long amount) {
    sum(RegionUse.NETWORK, day).amounts[measure.ordinal()] += amount;
    if (region != null) {
      sum(region, day).amounts[measure.ordinal()] += amount;
    }
  }

  /** Counts a new customer of the region, if it is known, and of the whole network. */
  void appeared(String region, int day) {
    sum(RegionUse.NETWORK, day).customers++;
    if (region != null) {
      sum(region, day).customers++;
    }
  }

  /** Counts a customer from an earlier day on instead. */
  void appearedEarlier(String region, int day, int instead) {
    appeared(region, day);
    sum(RegionUse.NETWORK, instead).customers--;
    if (region != null) {
      sum(region, instead).customers--;
    }
  }

  /** Counts a customer over from one region to another; either may be unknown. */
  void moved(String fromRegion, String toRegion, int day) {
    if (fromRegion != null) {
      sum(fromRegion, day).customers--;
    }
    if (toRegion != null) {
      sum(toRegion, day).customers++;
    }
  }

  /** Hands all sums over and starts again from nothing. */
  void drainTo(Consumer<RegionUse> consumer) {
    if (sums.isEmpty()) {
      return;
    }
    sums.forEach(
        (slot, sum) ->
            consumer.accept(new RegionUse(slot.region, slot.day, sum.amounts, sum.customers)));
    sums.clear();
  }

  private Sum sum(String region, int day) {
    return sums.computeIfAbsent(new Slot(region, day), slot -> new Sum());
  }

  private record Slot(String region, int day) {}

  private static final class Sum {
    final long[] amounts = new long[Measure.COUNT];
    int customers;
  }
}
