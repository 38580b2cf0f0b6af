package dev.ebb.kpi;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Counts by name, see {@link dev.ebb.retention.Figure}. They add up in any order. */
public final class Counts {
  private final TreeMap<String, Long> byName = new TreeMap<>();

  /** Adds to one count. */
  public Counts add(String name, long count) {
    byName.merge(name, count, Counts::sum);
    return this;
  }

  /** Adds all that the other one has. */
  public Counts add(Counts other) {
    other.byName.forEach(this::add);
    return this;
  }

  private static Long sum(long one, long other) {
    return one + other == 0 ? null : Long.valueOf(one + other);
  }

  /** The count of a name, 0 where nothing was counted. */
  public long of(String name) {
    return byName.getOrDefault(name, 0L);
  }

  /** The sum of all names that begin so. */
  public long sumOf(String prefix) {
    return under(prefix).values().stream().mapToLong(Long::longValue).sum();
  }

  /** All names that begin so, without that, in order. */
  public void each(String prefix, BiConsumer<String, Long> consumer) {
    under(prefix).forEach((name, count) -> consumer.accept(name.substring(prefix.length()), count));
  }

  /** The median of the whole numbers that names end with after this, each counted so often. */
  public double median(String prefix) {
    TreeMap<Long, Long> numbers = new TreeMap<>();
    each(prefix, (number, count) -> numbers.merge(Long.valueOf(number), count, Long::sum));
    long all = sumOf(prefix);
    return (at(numbers, (all - 1) / 2) + at(numbers, all / 2)) / 2.0;
  }

  private static long at(TreeMap<Long, Long> numbers, long rank) {
    long below = 0;
    for (Map.Entry<Long, Long> entry : numbers.entrySet()) {
      below += entry.getValue();
      if (below > rank) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("rank must be below " + below + " but was " + rank);
  }

  /** Whether nothing is counted. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  private Map<String, Long> under(String prefix) {
    return byName.subMap(prefix, prefix + Character.MAX_VALUE);
  }

  /** Writes all counts. */
  public void pack(PackedWriter out) {
    out.varint(byName.size());
    byName.forEach((name, count) -> out.string(name).zigzag(count));
  }

  /** Reads what {@link #pack} wrote. */
  public static Counts unpack(PackedReader in) {
    Counts counts = new Counts();
    for (int left = in.varintInt(); left > 0; left--) {
      counts.byName.put(in.string(), in.zigzag());
    }
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return byName.toString();
  }
}
