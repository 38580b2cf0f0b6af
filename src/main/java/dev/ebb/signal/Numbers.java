package dev.ebb.signal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A few named numbers in their order, which never change. Every rule makes some at every close and
 * nearly all are dropped unseen, so they are made cheaply.
 */
final class Numbers extends AbstractMap<String, Double> {
  private final String[] names;
  private final double[] values;
  private final int count;

  /** The first of these, which are not copied. */
  Numbers(String[] names, double[] values, int count) {
    this.names = names;
    this.values = values;
    this.count = count;
  }

  /** The same numbers as they are now. */
  static Numbers copyOf(Map<String, Double> numbers) {
    return numbers instanceof Numbers same
        ? same
        : new Numbers(
            numbers.keySet().toArray(String[]::new),
            numbers.values().stream().mapToDouble(it -> it).toArray(),
            numbers.size());
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public Set<Map.Entry<String, Double>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Double>> iterator() {
        return IntStream.range(0, count).mapToObj(Numbers.this::entry).iterator();
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  private Map.Entry<String, Double> entry(int place) {
    return Map.entry(names[place], values[place]);
  }
}
