package dev.ebb.job;

import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Days;
import dev.ebb.risk.ArpuHistogram;
import dev.ebb.risk.Valuation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds up on one task what customers spend when they close a month, so that it costs a message per
 * region and watermark instead of one per customer.
 */
final class RegionArpuBuffer {
  private final Valuation valuation;
  private final Map<Slot, ArpuHistogram> sums = new HashMap<>();

  RegionArpuBuffer(Valuation valuation) {
    this.valuation = valuation;
  }

  /** Counts the customer if the day ends a month and what they spend is known. */
  void closed(DayClosed day) {
    int month = Days.monthOf(day.day());
    if (Days.monthOf(day.day() + 1) == month) {
      return;
    }
    valuation
        .knownArpu(day.history())
        .ifPresent(
            arpu -> {
              add(RegionUse.NETWORK, month, arpu);
              if (day.region() != null) {
                add(day.region(), month, arpu);
              }
            });
  }

  /** Hands all sums over and starts again from nothing. */
  void drainTo(Consumer<RegionArpu> consumer) {
    sums.forEach((slot, arpu) -> consumer.accept(new RegionArpu(slot.region, slot.month, arpu)));
    sums.clear();
  }

  private void add(String region, int month, long arpu) {
    sums.computeIfAbsent(new Slot(region, month), slot -> new ArpuHistogram()).add(arpu);
  }

  private record Slot(String region, int month) {}
}
