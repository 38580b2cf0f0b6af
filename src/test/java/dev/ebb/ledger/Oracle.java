package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Computes one customer's history from scratch, out of every raw event that counts. */
public final class Oracle {

  private static final int LONG_AGO = 4_000;

  private final ZoneId zone;
  private final int depth;
  private final List<Event> events = new ArrayList<>();

  public Oracle(ZoneId zone, int depth) {
    this.zone = zone;
    this.depth = depth;
  }

  /** Adds an event that counts. */
  public void add(Event event) {
    events.add(event);
  }

  /** The first day that an event stands for. */
  public int firstDay(Event event) {
    LocalDate date = Instant.ofEpochMilli(event.at()).atZone(zone).toLocalDate();
    return (int)
        (event.spread() == Spread.MONTH ? YearMonth.from(date).atDay(1) : date).toEpochDay();
  }

  /** The last day that an event stands for. */
  public int lastDay(Event event) {
    LocalDate first = LocalDate.ofEpochDay(firstDay(event));
    return (int)
        switch (event.spread()) {
          case NONE, DAY -> first.toEpochDay();
          case WEEK -> first.plusWeeks(1).minusDays(1).toEpochDay();
          case MONTH -> first.plusMonths(1).minusDays(1).toEpochDay();
        };
  }

  /** The history as it stands at the close of a day. */
  public History closedAt(int day) {
    return new AsOf(day);
  }

  private long share(Event event, int day) {
    BigInteger amount = BigInteger.valueOf(event.amount());
    BigInteger days = BigInteger.valueOf(lastDay(event) - firstDay(event) + 1L);
    BigInteger before = BigInteger.valueOf(day - firstDay(event));
    BigInteger share =
        amount
            .multiply(before.add(BigInteger.ONE))
            .divide(days)
            .subtract(amount.multiply(before).divide(days));
    return event.kind() == EventKind.REFUND ? -share.longValueExact() : share.longValueExact();
  }

  private static boolean isOwnAction(Event event) {
    return event.kind().isOwnAction() && (event.spread() == Spread.NONE || event.amount() > 0);
  }

  private final class AsOf implements History {

    private final int lastDay;
    private final Map<Measure, Map<Integer, Long>> totals = new EnumMap<>(Measure.class);
    private final Map<Feed, Set<Integer>> covered = new EnumMap<>(Feed.class);
    private final Map<Feed, Spread> grains = new EnumMap<>(Feed.class);
    private final TreeSet<Integer> active = new TreeSet<>();
    private final TreeSet<Integer> toppedUp = new TreeSet<>();

    AsOf(int lastDay) {
      this.lastDay = lastDay;
      for (Measure measure : Measure.values()) {
        totals.put(measure, new HashMap<>());
      }
      for (Feed feed : Feed.values()) {
        covered.put(feed, new TreeSet<>());
        grains.put(feed, Spread.NONE);
      }
      events.forEach(this::look);
    }

    private void look(Event event) {
      Feed feed = event.kind().feed();
      grains.put(feed, event.spread());
      for (int day = Oracle.this.firstDay(event); day <= Oracle.this.lastDay(event); day++) {
        if (day <= lastDay) {
          look(event, day);
        }
      }
      int alwaysFrom = Oracle.this.firstDay(event);
      for (int day = alwaysFrom; event.spread() == Spread.NONE && day <= lastDay; day++) {
        covered.get(feed).add(day);
      }
    }

    private void look(Event event, int day) {
      covered.get(event.kind().feed()).add(day);
      if (Measure.of(event.kind()) != null) {
        totals.get(Measure.of(event.kind())).merge(day, share(event, day), Long::sum);
      }
      if (isOwnAction(event)) {
        active.add(day);
      }
      if (isOwnAction(event) && event.kind() == EventKind.TOPUP) {
        toppedUp.add(day);
      }
    }

    @Override
    public int lastDay() {
      return lastDay;
    }

    @Override
    public int depth() {
      return depth;
    }

    @Override
    public Spread grain(Feed feed) {
      return grains.get(feed);
    }

    @Override
    public Integer firstDay(Feed feed) {
      return covered.get(feed).stream().min(Integer::compare).orElse(null);
    }

    @Override
    public boolean isKnown(Feed feed, int day) {
      return isInRing(day) && covered.get(feed).contains(day);
    }

    @Override
    public int knownDays(Feed feed, int fromDay, int toDay) {
      return count(fromDay, toDay, day -> isKnown(feed, day));
    }

    @Override
    public long value(Measure measure, int day) {
      return isInRing(day) ? total(measure, day) : 0;
    }

    @Override
    public long sum(Measure measure, int fromDay, int toDay) {
      return IntStream.rangeClosed(fromDay, toDay).mapToLong(day -> value(measure, day)).sum();
    }

    @Override
    public boolean isActive(int day) {
      return isInRing(day) && active.contains(day);
    }

    @Override
    public int activeDays(int fromDay, int toDay) {
      return count(fromDay, toDay, this::isActive);
    }

    @Override
    public Integer lastActiveDay() {
      return active.isEmpty() ? null : active.last();
    }

    @Override
    public Integer lastTopupDay() {
      return toppedUp.isEmpty() ? null : toppedUp.last();
    }

    @Override
    public long month(Measure measure, int month) {
      return closedDays(month).mapToLong(day -> total(measure, day)).sum();
    }

    @Override
    public int monthKnownDays(Feed feed, int month) {
      return (int) closedDays(month).filter(covered.get(feed)::contains).count();
    }

    @Override
    public History untilLastLife() {
      for (int day = lastDay; day > lastDay - LONG_AGO; day--) {
        if (isLively(day)) {
          return new AsOf(day);
        }
      }
      return this;
    }

    private boolean isLively(int day) {
      return active.contains(day)
          || total(Measure.VOICE_IN, day) > 0
          || total(Measure.SMS_IN, day) > 0
          || covered.get(Feed.USAGE).isEmpty() && total(Measure.SPEND, day) > 0;
    }

    private IntStream closedDays(int month) {
      YearMonth asked = YearMonth.of(month / 12, month % 12 + 1);
      YearMonth newest = YearMonth.from(LocalDate.ofEpochDay(lastDay));
      return asked.isBefore(newest.minusMonths(12))
          ? IntStream.empty()
          : IntStream.rangeClosed(1, asked.lengthOfMonth())
              .map(date -> (int) asked.atDay(date).toEpochDay())
              .filter(day -> day <= lastDay);
    }

    private long total(Measure measure, int day) {
      return totals.get(measure).getOrDefault(day, 0L);
    }

    private boolean isInRing(int day) {
      return day <= lastDay && day > lastDay - depth;
    }

    private static int count(int fromDay, int toDay, IntPredicate predicate) {
      return (int) IntStream.rangeClosed(fromDay, toDay).filter(predicate).count();
    }
  }
}
