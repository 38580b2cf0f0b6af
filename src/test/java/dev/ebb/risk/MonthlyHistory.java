package dev.ebb.risk;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A history of month sums; of single days it knows one sum of recent spend. */
final class MonthlyHistory implements History {
  private record Month(long sum, int knownDays) {}

  private final LocalDate lastDay;
  private final Map<Measure, Map<Integer, Month>> months = new HashMap<>();
  private long recentSpend;

  MonthlyHistory(LocalDate lastDay) {
    this.lastDay = lastDay;
  }

  MonthlyHistory spend(int year, int month, long sum, int knownDays) {
    return put(Measure.SPEND, year, month, new Month(sum, knownDays));
  }

  MonthlyHistory voice(int year, int month, long seconds, int knownDays) {
    return put(Measure.VOICE_OUT, year, month, new Month(seconds, knownDays));
  }

  MonthlyHistory recentSpend(long sum) {
    recentSpend = sum;
    return this;
  }

  private MonthlyHistory put(Measure measure, int year, int month, Month value) {
    months.computeIfAbsent(measure, m -> new HashMap<>()).put(year * 12 + month - 1, value);
    return this;
  }

  @Override
  public int lastDay() {
    return (int) lastDay.toEpochDay();
  }

  @Override
  public int depth() {
    return 91;
  }

  @Override
  public Spread grain(Feed feed) {
    return Spread.NONE;
  }

  @Override
  public Integer firstDay(Feed feed) {
    return null;
  }

  @Override
  public boolean isKnown(Feed feed, int day) {
    return false;
  }

  @Override
  public int knownDays(Feed feed, int fromDay, int toDay) {
    return 0;
  }

  @Override
  public long value(Measure measure, int day) {
    return 0;
  }

  @Override
  public long sum(Measure measure, int fromDay, int toDay) {
    return measure == Measure.SPEND && toDay - fromDay == 29 ? recentSpend : 0;
  }

  @Override
  public boolean isActive(int day) {
    return false;
  }

  @Override
  public int activeDays(int fromDay, int toDay) {
    return 0;
  }

  @Override
  public Integer lastActiveDay() {
    return null;
  }

  @Override
  public Integer lastTopupDay() {
    return null;
  }

  @Override
  public long month(Measure measure, int month) {
    return of(measure, month).sum();
  }

  @Override
  public int monthKnownDays(Feed feed, int month) {
    Measure measure = feed == Feed.SPEND ? Measure.SPEND : Measure.VOICE_OUT;
    return of(measure, month).knownDays();
  }

  private Month of(Measure measure, int month) {
    return months.getOrDefault(measure, Map.of()).getOrDefault(month, new Month(0, 0));
  }
}
