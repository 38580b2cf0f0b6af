package dev.ebb.risk;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * How spend per customer and month is spread over many customers, in buckets that are exact below
 * 128 minor units and at most 1/128 wide above. Histograms add up to the same one in any order, so
 * what is read from them does not depend on who counted whom when.
 */
public final class ArpuHistogram {
  private static final int VERSION = 1;
  private static final String WHAT = "ARPU histogram";
  private static final int BITS = 7;
  private static final int PER_DOUBLING = 1 << BITS;

  /** Customers by bucket. */
  private final TreeMap<Integer, Long> counts = new TreeMap<>();

  private long customers;

  /** Counts one customer's spend, minor units; refunds count as nothing. */
  public void add(long arpu) {
    add(bucket(Math.max(0, arpu)), 1);
  }

  /** Counts all that the other one has counted. */
  public void add(ArpuHistogram other) {
    other.counts.forEach(this::add);
  }

  private void add(int bucket, long count) {
    counts.merge(bucket, count, Long::sum);
    customers += count;
  }

  /** How many customers have been counted. */
  public long customers() {
    return customers;
  }

  /**
   * The least spend from which on there is no more than this share of the customers, minor units.
   * It lies above the exact value by at most 1/128 of it, so never too many belong to the top;
   * where many spend the same, fewer do. At least 1: who spends nothing is no top customer.
   *
   * @param share in [0, 1]
   */
  public long topFrom(double share) {
    double wanted = share * customers;
    long above = 0;
    for (Map.Entry<Integer, Long> entry : counts.descendingMap().entrySet()) {
      above += entry.getValue();
      if (above > wanted) {
        return lowest(entry.getKey() + 1);
      }
    }
    return 1;
  }

  private static int bucket(long arpu) {
    int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(arpu));
    return shift * PER_DOUBLING + (int) (arpu >>> shift);
  }

  private static long lowest(int bucket) {
    int shift = Math.max(0, bucket / PER_DOUBLING - 1);
    return (long) (bucket - shift * PER_DOUBLING) << shift;
  }

  /** The counts as bytes, the format's version first. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter().raw(VERSION).varint(counts.size());
    int before = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      out.varint(entry.getKey() - before).varint(entry.getValue());
      before = entry.getKey();
    }
    return out.toBytes();
  }

  /** Reads packed counts. */
  public static ArpuHistogram unpack(byte[] packed) {
    PackedReader in = new PackedReader(packed).version(WHAT, VERSION);
    ArpuHistogram histogram = new ArpuHistogram();
    int bucket = 0;
    for (int left = in.varintInt(); left > 0; left--) {
      bucket += in.varintInt();
      histogram.add(bucket, in.varint());
    }
    return histogram;
  }
}
