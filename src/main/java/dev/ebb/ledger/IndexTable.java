package dev.ebb.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * The base index of the last 128 days by region. A region without an entry for a day falls back on
 * the whole network, and that on 1.0. Beside it, where the top of each region's customers begins.
 */
public final class IndexTable implements BaseIndex {

  /** How many days of a region are kept. */
  public static final int DAYS = 128;

  /** How many months of a region's top are kept. */
  public static final int MONTHS = 16;

  /** For how many days it is known who has left. */
  public static final int DEPARTURE_DAYS = 90;

  private static final IndexEntry[] UNKNOWN = new IndexEntry[DAYS];

  private final Map<String, IndexEntry[]> regions = new HashMap<>();
  private final Map<Long, Integer> departed = new HashMap<>();
  private final Map<String, TopArpu[]> tops = new HashMap<>();

  /** Takes an entry in; a later one for the same region and day replaces it. */
  public void put(IndexEntry entry) {
    IndexEntry[] days = regions.computeIfAbsent(entry.region(), region -> new IndexEntry[DAYS]);
    int slot = Math.floorMod(entry.day(), DAYS);
    if (days[slot] == null || days[slot].day() <= entry.day()) {
      days[slot] = entry;
    }
  }

  /**
   * Takes in where a region's top begins; a later one for the same region and month replaces it.
   */
  public void put(TopArpu top) {
    TopArpu[] months = tops.computeIfAbsent(top.region(), region -> new TopArpu[MONTHS]);
    int slot = Math.floorMod(top.month(), MONTHS);
    if (months[slot] == null || months[slot].month() <= top.month()) {
      months[slot] = top;
    }
  }

  /** As of the last month that was over before the day; without a region's own, the network's. */
  @Override
  public long topArpu(String region, int day) {
    int month = Days.monthOf(day) - 1;
    TopArpu top = top(region, month);
    if (top == null && region != null) {
      top = top(null, month);
    }
    return top == null ? Long.MAX_VALUE : top.arpu();
  }

  /**
   * Takes in that somebody has left.
   *
   * @param person as {@link History#person} names them
   */
  public void left(long person, int day) {
    departed.merge(person, day, Math::max);
  }

  /** Forgets departures that are too old by this day. */
  public void forgetDepartures(int day) {
    departed.values().removeIf(left -> left <= day - DEPARTURE_DAYS);
  }

  @Override
  public int leftOn(long person) {
    return departed.getOrDefault(person, STILL_HERE);
  }

  private TopArpu top(String region, int month) {
    TopArpu[] months = tops.get(region);
    TopArpu top = months == null ? null : months[Math.floorMod(month, MONTHS)];
    return top == null || top.month() != month ? null : top;
  }

  @Override
  public double of(String region, int day, Measure measure) {
    return in(region).of(day, measure);
  }

  @Override
  public RegionIndex in(String region) {
    IndexEntry[] own = regions.getOrDefault(region, UNKNOWN);
    IndexEntry[] network = regions.getOrDefault(null, UNKNOWN);
    return (day, measure) -> {
      IndexEntry known = entry(own, day);
      IndexEntry entry = known == null ? entry(network, day) : known;
      return entry == null ? 1.0 : entry.of(measure);
    };
  }

  private static IndexEntry entry(IndexEntry[] days, int day) {
    IndexEntry entry = days[Math.floorMod(day, DAYS)];
    return entry == null || entry.day() != day ? null : entry;
  }
}
