package dev.ebb.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * The base index of the last 128 days by region. A region without an entry for a day falls back on
 * the whole network, and that on 1.0.
 */
public final class IndexTable implements BaseIndex {

  /** How many days of a region are kept. */
  public static final int DAYS = 128;

  private final Map<String, IndexEntry[]> regions = new HashMap<>();

  /** Takes an entry in; a later one for the same region and day replaces it. */
  public void put(IndexEntry entry) {
    IndexEntry[] days = regions.computeIfAbsent(entry.region(), region -> new IndexEntry[DAYS]);
    int slot = Math.floorMod(entry.day(), DAYS);
    if (days[slot] == null || days[slot].day() <= entry.day()) {
      days[slot] = entry;
    }
  }

  @Override
  public double of(String region, int day, Measure measure) {
    IndexEntry entry = entry(region, day);
    if (entry == null && region != null) {
      entry = entry(null, day);
    }
    return entry == null ? 1.0 : entry.of(measure);
  }

  private IndexEntry entry(String region, int day) {
    IndexEntry[] days = regions.get(region);
    IndexEntry entry = days == null ? null : days[Math.floorMod(day, DAYS)];
    return entry == null || entry.day() != day ? null : entry;
  }
}
