package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.event.Profile;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Closeness;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A history written down day by day. */
final class TestHistory implements History {

  private int watchedSince = Integer.MIN_VALUE;
  private static final int DEPTH = 91;
  private static final Set<Measure> OWN =
      Set.of(Measure.VOICE_OUT, Measure.SMS_OUT, Measure.DATA, Measure.TOPUP);

  private final int lastDay;
  private final Map<Feed, Integer> first = new EnumMap<>(Feed.class);
  private final Map<Feed, Spread> grain = new EnumMap<>(Feed.class);
  private final Map<Measure, NavigableMap<Integer, Long>> values = new EnumMap<>(Measure.class);
  private final TreeSet<Integer> active = new TreeSet<>();
  private final Set<Integer> unknown = new HashSet<>();
  private final Map<Integer, Double> met = new HashMap<>();
  private List<Closeness> closest = List.of();

  private TestHistory(int lastDay) {
    this.lastDay = lastDay;
    for (Measure measure : Measure.values()) {
      values.put(measure, new TreeMap<>());
    }
  }

  private TestHistory(int lastDay, TestHistory of) {
    this(lastDay);
    first.putAll(of.first);
    grain.putAll(of.grain);
    values.putAll(of.values);
    active.addAll(of.active);
    unknown.addAll(of.unknown);
  }

  static TestHistory until(int lastDay) {
    return new TestHistory(lastDay);
  }

  static TestHistory until(LocalDate lastDay) {
    return new TestHistory((int) lastDay.toEpochDay());
  }

  TestHistory knownFrom(Feed feed, int day) {
    first.put(feed, day);
    return this;
  }

  TestHistory by(Feed feed, Spread spread) {
    grain.put(feed, spread);
    return this;
  }

  TestHistory unknownOn(int day) {
    unknown.add(day);
    return this;
  }

  /** Adds an amount on each day of the range; an own action leaves its mark. */
  TestHistory daily(Measure measure, int fromDay, int toDay, long amount) {
    for (int day = fromDay; day <= toDay; day++) {
      values.get(measure).merge(day, amount, Long::sum);
      if (amount > 0 && OWN.contains(measure)) {
        active.add(day);
      }
    }
    return this;
  }

  TestHistory on(Measure measure, int day, long amount) {
    return daily(measure, day, day, amount);
  }

  /** With whom the customer talked most. */
  TestHistory near(List<Closeness> most) {
    closest = List.copyOf(most);
    return this;
  }

  /** How many people were met in the 28 days up to this one. */
  TestHistory met(int lastOfDays, double people) {
    met.put(lastOfDays, people);
    return this;
  }

  /** The customer was first judged on this day. */
  TestHistory watchedSince(int day) {
    watchedSince = day;
    return this;
  }

  Subject subject() {
    return subject(null, BaseIndex.FLAT);
  }

  /** Of a customer who was fixed in a cohort. */
  Subject subject(Snapshot fixed) {
    return subject(null, BaseIndex.FLAT, fixed);
  }

  Subject subject(Profile profile, BaseIndex index) {
    return subject(profile, index, null);
  }

  private Subject subject(Profile profile, BaseIndex index, Snapshot fixed) {
    DayClosed closed = new DayClosed("c", lastDay, 0, false, "region", this);
    return new Subject(
        closed,
        profile,
        index,
        ZoneOffset.UTC,
        watchedSince,
        CareLog.EMPTY,
        closed.closedAt(),
        fixed);
  }

  @Override
  public History untilLastLife() {
    Integer last = active.floor(lastDay);
    for (Measure measure : Set.of(Measure.VOICE_IN, Measure.SMS_IN, Measure.SPEND)) {
      boolean isLife = measure.feed() == Feed.USAGE || firstDay(Feed.USAGE) == null;
      for (int day : isLife ? values.get(measure).keySet() : Set.<Integer>of()) {
        last = last == null || day > last ? Integer.valueOf(day) : last;
      }
    }
    return last == null ? this : new TestHistory(last, this);
  }

  @Override
  public int lastDay() {
    return lastDay;
  }

  @Override
  public int depth() {
    return DEPTH;
  }

  @Override
  public Spread grain(Feed feed) {
    return grain.getOrDefault(feed, Spread.NONE);
  }

  @Override
  public Integer firstDay(Feed feed) {
    return first.get(feed);
  }

  private boolean covers(Feed feed, int day) {
    return first.containsKey(feed)
        && first.get(feed) <= day
        && day <= lastDay
        && !unknown.contains(day);
  }

  @Override
  public boolean isKnown(Feed feed, int day) {
    return day > lastDay - DEPTH && covers(feed, day);
  }

  @Override
  public int knownDays(Feed feed, int fromDay, int toDay) {
    return (int) IntStream.rangeClosed(fromDay, toDay).filter(d -> isKnown(feed, d)).count();
  }

  @Override
  public long value(Measure measure, int day) {
    return day > lastDay - DEPTH ? values.get(measure).getOrDefault(day, 0L) : 0;
  }

  @Override
  public long sum(Measure measure, int fromDay, int toDay) {
    return IntStream.rangeClosed(fromDay, toDay).mapToLong(d -> value(measure, d)).sum();
  }

  @Override
  public boolean isActive(int day) {
    return day > lastDay - DEPTH && active.contains(day);
  }

  @Override
  public int activeDays(int fromDay, int toDay) {
    return (int) IntStream.rangeClosed(fromDay, toDay).filter(this::isActive).count();
  }

  @Override
  public Integer lastActiveDay() {
    return active.isEmpty() ? null : active.last();
  }

  @Override
  public Integer lastTopupDay() {
    return values.get(Measure.TOPUP).isEmpty() ? null : values.get(Measure.TOPUP).lastKey();
  }

  @Override
  public List<Closeness> closest() {
    return closest;
  }

  @Override
  public double people(int fromDay, int toDay) {
    return met.getOrDefault(toDay, 0.0);
  }

  private static IntStream days(int month) {
    LocalDate first = LocalDate.of(month / 12, month % 12 + 1, 1);
    return IntStream.range(0, first.lengthOfMonth()).map(i -> (int) first.toEpochDay() + i);
  }

  @Override
  public long month(Measure measure, int month) {
    return days(month).mapToLong(d -> values.get(measure).getOrDefault(d, 0L)).sum();
  }

  @Override
  public int monthKnownDays(Feed feed, int month) {
    return (int) days(month).filter(d -> covers(feed, d)).count();
  }
}
