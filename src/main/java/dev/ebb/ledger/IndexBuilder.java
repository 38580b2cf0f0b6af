package dev.ebb.ledger;

import java.util.Map;
import java.util.TreeMap;

/**
 * Builds the base index of one region, or of the whole network: the use per known customer of a day
 * against its mean over the same weekday of the last four weeks. Counting per known customer keeps
 * growth of the base from looking like growth of use. Days on which a feed was down are no
 * yardstick for later ones.
 */
public final class IndexBuilder {

  /** The shipped number of known customers below which a region has no index of its own. */
  public static final int MINIMUM_CUSTOMERS = 200;

  private static final int VERSION = 1;
  private static final int WEEK = 7;
  private static final int WEEKS = 4;
  private static final int WEEKS_NEEDED = 2;

  /**
   * One day of the region. {@code customers} is the change on that day, and the total once closed.
   */
  private static final class Day {
    private final long[] use = new long[Measure.COUNT];
    private long customers;
    private int down;
  }

  private final String region;
  private final int minimumCustomers;
  private final TreeMap<Integer, Day> closed = new TreeMap<>();
  private final TreeMap<Integer, Day> open = new TreeMap<>();
  private long customers;

  /**
   * A builder without any day.
   *
   * @param region null for the whole network
   * @param minimumCustomers fewer known customers make no index, at least 1
   */
  public IndexBuilder(String region, int minimumCustomers) {
    if (minimumCustomers < 1) {
      throw new IllegalArgumentException(
          "minimumCustomers must be at least 1 but was " + minimumCustomers);
    }
    this.region = region;
    this.minimumCustomers = minimumCustomers;
  }

  /** Adds use of an open day; use of a day already closed comes too late and is left out. */
  public void add(int day, Measure measure, long amount) {
    if (closed.isEmpty() || day > closed.lastKey()) {
      open(day).use[measure.ordinal()] += amount;
    }
  }

  /** Adds customers who became known on a day; negative for those who moved away. */
  public void addCustomers(int day, long count) {
    if (closed.isEmpty() || day > closed.lastKey()) {
      open(day).customers += count;
    } else {
      customers += count;
    }
  }

  /**
   * Closes a day and all days before it.
   *
   * @return the day's index, or null where the region has too few known customers or the day was
   *     closed before
   */
  public IndexEntry close(int day) {
    int next = closed.isEmpty() ? (open.isEmpty() ? day : open.firstKey()) : closed.lastKey() + 1;
    IndexEntry entry = null;
    for (int due = Math.max(next, day - WEEKS * WEEK); due <= day; due++) {
      entry = closeOne(due);
    }
    closed.headMap(day - WEEKS * WEEK, true).clear();
    return entry;
  }

  private IndexEntry closeOne(int number) {
    for (Day earlier : open.headMap(number).values()) {
      customers += earlier.customers;
    }
    open.headMap(number).clear();
    Day day = open.containsKey(number) ? open.remove(number) : new Day();
    customers += day.customers;
    day.customers = customers;
    double[] index = new double[Measure.COUNT];
    for (Measure measure : Measure.values()) {
      double value = index(number, day, measure);
      index[measure.ordinal()] = value;
      day.down |= value < BaseIndex.DOWN ? 1 << measure.ordinal() : 0;
    }
    closed.put(number, day);
    return customers < minimumCustomers ? null : new IndexEntry(region, number, customers, index);
  }

  private double index(int number, Day day, Measure measure) {
    double sum = 0;
    int weeks = 0;
    for (int back = WEEK; back <= WEEKS * WEEK; back += WEEK) {
      Day usual = closed.get(number - back);
      if (usual != null && usual.customers > 0 && (usual.down & 1 << measure.ordinal()) == 0) {
        sum += perCustomer(usual, measure);
        weeks++;
      }
    }
    if (weeks < WEEKS_NEEDED || sum <= 0 || day.customers <= 0) {
      return 1.0;
    }
    return Math.max(0, perCustomer(day, measure) / (sum / weeks));
  }

  private static double perCustomer(Day day, Measure measure) {
    return (double) day.use[measure.ordinal()] / day.customers;
  }

  private Day open(int day) {
    return open.computeIfAbsent(day, number -> new Day());
  }

  /** The builder's days as bytes, the format's version first; without region and minimum. */
  public byte[] pack() {
    PackedWriter writer = new PackedWriter().raw(VERSION).zigzag(customers);
    pack(writer, closed);
    pack(writer, open);
    return writer.toBytes();
  }

  /**
   * Reads packed days.
   *
   * @throws IllegalStateException for a format version that this release does not know
   */
  public static IndexBuilder unpack(String region, int minimumCustomers, byte[] packed) {
    PackedReader reader = new PackedReader(packed).version("index builder", VERSION);
    IndexBuilder builder = new IndexBuilder(region, minimumCustomers);
    builder.customers = reader.zigzag();
    unpack(reader, builder.closed);
    unpack(reader, builder.open);
    return builder;
  }

  private static void pack(PackedWriter writer, TreeMap<Integer, Day> days) {
    writer.varint(days.size());
    for (Map.Entry<Integer, Day> entry : days.entrySet()) {
      Day day = entry.getValue();
      writer.zigzag(entry.getKey()).zigzag(day.customers).varint(day.down);
      for (long use : day.use) {
        writer.zigzag(use);
      }
    }
  }

  private static void unpack(PackedReader reader, TreeMap<Integer, Day> days) {
    for (int left = reader.varintInt(); left > 0; left--) {
      Day day = new Day();
      days.put(reader.zigzagInt(), day);
      day.customers = reader.zigzag();
      day.down = reader.varintInt();
      for (int measure = 0; measure < Measure.COUNT; measure++) {
        day.use[measure] = reader.zigzag();
      }
    }
  }
}
