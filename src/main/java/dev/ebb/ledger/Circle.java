package dev.ebb.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The people with whom a customer has talked in the last {@link #DAYS} closed days: each day's set,
 * and a few by identity who may be the closest, ranked by the days on which they were met.
 */
final class Circle {

  /** How far back the circle is kept. */
  static final int DAYS = 56;

  private static final int CANDIDATES = 8;

  private final TreeMap<Integer, People> met = new TreeMap<>();
  private final TreeSet<Long> candidates = new TreeSet<>();

  /** Moves on to a last closed day and forgets who was met before the days that are kept. */
  void advanceTo(int lastDay) {
    met.headMap(lastDay - DAYS, true).clear();
  }

  /** Takes a day that is closed. */
  void add(int day, Company company) {
    on(day).addAll(company.people);
    for (long identity : company.sample()) {
      consider(identity);
    }
  }

  /** Adds somebody to a day already closed. */
  void add(int day, long identity) {
    on(day).add(identity);
    consider(identity);
  }

  /** How many people were met from one day to another, estimated. */
  double count(int fromDay, int toDay) {
    People all = new People();
    met.subMap(fromDay, true, toDay, true).values().forEach(all::addAll);
    return all.isEmpty() ? 0 : all.count();
  }

  /** Those of whom some are the closest. */
  LongStream candidates() {
    return candidates.stream().mapToLong(it -> it);
  }

  /** Those met on most days first. */
  List<Closeness> closest() {
    List<Closeness> closest = new ArrayList<>();
    candidates.forEach(identity -> closest.add(new Closeness(identity, daysMet(identity))));
    closest.removeIf(closeness -> closeness.days() == 0);
    closest.sort(
        Comparator.comparingInt(Closeness::days).reversed().thenComparingLong(Closeness::person));
    return closest;
  }

  void pack(PackedWriter writer, int lastDay) {
    Map<Integer, People> kept = met.tailMap(lastDay - DAYS, false);
    People all = new People();
    kept.values().forEach(all::addAll);
    all.pack(writer);
    int[] places = all.places();
    writer.varint(kept.size());
    int before = lastDay - DAYS;
    for (Map.Entry<Integer, People> day : kept.entrySet()) {
      writer.varint(day.getKey() - before);
      day.getValue().pack(writer, places);
      before = day.getKey();
    }
    writer.varint(candidates.size());
    candidates.forEach(writer::varint);
  }

  static Circle unpack(PackedReader reader, int lastDay) {
    Circle circle = new Circle();
    int[] places = People.unpack(reader).places();
    int day = lastDay - DAYS;
    for (int left = reader.varintInt(); left > 0; left--) {
      day += reader.varintInt();
      circle.met.put(day, People.unpack(reader, places));
    }
    for (int left = reader.varintInt(); left > 0; left--) {
      circle.candidates.add(reader.varint());
    }
    return circle;
  }

  private People on(int day) {
    return met.computeIfAbsent(day, any -> new People());
  }

  /** A newcomer takes the place of whom the customer has met on fewer days. */
  private void consider(long identity) {
    candidates.add(identity);
    if (candidates.size() > CANDIDATES) {
      candidates.remove(
          candidates.stream()
              .min(Comparator.comparingInt(this::daysMet).thenComparingLong(it -> it))
              .orElseThrow());
    }
  }

  private int daysMet(long identity) {
    int days = 0;
    for (People people : met.values()) {
      days += people.maybe(identity) ? 1 : 0;
    }
    return days;
  }
}
