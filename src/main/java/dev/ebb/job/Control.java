package dev.ebb.job;

import dev.ebb.ledger.IndexEntry;
import dev.ebb.ledger.IndexTable;

/**
 * What every Watch task is told: a flat union of all that is broadcast.
 *
 * @param region the region, or {@link RegionUse#NETWORK}
 * @param day epoch day
 * @param customers known customers of the region on that day
 * @param index by ordinal of {@link dev.ebb.ledger.Measure}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Control(Kind kind, String region, int day, long customers, double[] index) {

  /** What the message carries. The order is part of the state format: append only. */
  public enum Kind {
    /** The base index of a region and day. */
    INDEX
  }

  static Control of(IndexEntry entry) {
    String region = entry.region() == null ? RegionUse.NETWORK : entry.region();
    return new Control(Kind.INDEX, region, entry.day(), entry.customers(), entry.index());
  }

  IndexEntry indexEntry() {
    return new IndexEntry(region.equals(RegionUse.NETWORK) ? null : region, day, customers, index);
  }

  /** Under which the broadcast state keeps it, in the place of a day long past. */
  String key() {
    return region + '@' + Math.floorMod(day, IndexTable.DAYS);
  }
}
