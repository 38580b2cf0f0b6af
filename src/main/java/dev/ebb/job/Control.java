package dev.ebb.job;

import dev.ebb.config.PublishedRule;
import dev.ebb.ledger.IndexEntry;
import dev.ebb.ledger.IndexTable;
import dev.ebb.ledger.TopArpu;

/**
 * What every Watch task is told: a flat union of all that is broadcast.
 *
 * @param region the region, or {@link RegionUse#NETWORK}
 * @param day epoch day; of a top the proleptic month
 * @param customers known customers of the region on that day
 * @param index by ordinal of {@link dev.ebb.ledger.Measure}; of a top where it begins
 * @param rule of a rule, else null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Control(
    Kind kind, String region, int day, long customers, double[] index, PublishedRule rule) {

  private static final double[] NONE = {};

  /** What the message carries. The order is part of the state format: append only. */
  public enum Kind {
    /** The base index of a region and day. */
    INDEX,
    /** Where the top of a region's customers begins after a month. */
    TOP_ARPU,
    /** Somebody has left; the region is the person's name in hexadecimal digits. */
    DEPARTED,
    /** A rule was published or taken back. */
    RULE
  }

  Control(Kind kind, String region, int day, long customers, double[] index) {
    this(kind, region, day, customers, index, null);
  }

  static Control of(PublishedRule rule) {
    return new Control(Kind.RULE, rule.id(), 0, 0, NONE, rule);
  }

  static Control of(IndexEntry entry) {
    String region = entry.region() == null ? RegionUse.NETWORK : entry.region();
    return new Control(Kind.INDEX, region, entry.day(), entry.customers(), entry.index());
  }

  static Control of(TopArpu top) {
    String region = top.region() == null ? RegionUse.NETWORK : top.region();
    double[] from = {top.arpu()};
    return new Control(Kind.TOP_ARPU, region, top.month(), top.customers(), from);
  }

  static Control departed(long person, int day) {
    return new Control(Kind.DEPARTED, Long.toHexString(person), day, 0, NONE);
  }

  /** Whether this need not be kept once somebody has left on that day. */
  boolean isOutdatedBy(Control departure) {
    return kind == Kind.DEPARTED && day <= departure.day - IndexTable.DEPARTURE_DAYS;
  }

  /** Puts what this says of a region or a person into the table. */
  void into(IndexTable table) {
    switch (kind) {
      case INDEX -> table.put(indexEntry());
      case TOP_ARPU -> table.put(topArpu());
      case DEPARTED -> {
        table.left(Long.parseUnsignedLong(region, 16), day);
        table.forgetDepartures(day);
      }
      case RULE -> throw new IllegalStateException("a rule is of no region");
    }
  }

  private TopArpu topArpu() {
    String name = region.equals(RegionUse.NETWORK) ? null : region;
    return new TopArpu(name, day, customers, (long) index[0]);
  }

  IndexEntry indexEntry() {
    return new IndexEntry(region.equals(RegionUse.NETWORK) ? null : region, day, customers, index);
  }

  /** Under which the broadcast state keeps it, in the place of a day long past. */
  String key() {
    return switch (kind) {
      case INDEX -> region + '@' + Math.floorMod(day, IndexTable.DAYS);
      case TOP_ARPU -> region + '^' + Math.floorMod(day, IndexTable.MONTHS);
      case DEPARTED -> "left " + region;
      case RULE -> "rule " + rule.id();
    };
  }
}
