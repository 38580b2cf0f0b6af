package dev.ebb.retention;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.Map;

/**
 * A history in which each measure has fallen as far on the last day as a rule of one day against
 * eight, with its threshold at one half, needs to see a given strength.
 */
record ScriptedHistory(int lastDay, Map<Measure, Double> falls, boolean mature, int lastActive)
    implements History {

  static final int BASELINE_DAYS = 8;
  private static final long USUAL = 1_000_000;

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
    return feed == Feed.USAGE ? lastDay - (mature ? 90 : BASELINE_DAYS - 1) : null;
  }

  @Override
  public boolean isKnown(Feed feed, int day) {
    return feed == Feed.USAGE && day >= firstDay(feed) && day <= lastDay;
  }

  @Override
  public int knownDays(Feed feed, int fromDay, int toDay) {
    int known = 0;
    for (int day = fromDay; day <= toDay; day++) {
      known += isKnown(feed, day) ? 1 : 0;
    }
    return known;
  }

  @Override
  public long value(Measure measure, int day) {
    if (!isKnown(measure.feed(), day)) {
      return 0;
    }
    double fall = day == lastDay ? falls.getOrDefault(measure, 0.0) : 0;
    return Math.round(USUAL * (1 - fall));
  }

  @Override
  public long sum(Measure measure, int fromDay, int toDay) {
    long sum = 0;
    for (int day = fromDay; day <= toDay; day++) {
      sum += value(measure, day);
    }
    return sum;
  }

  @Override
  public boolean isActive(int day) {
    return day <= lastActive;
  }

  @Override
  public int activeDays(int fromDay, int toDay) {
    return Math.max(0, Math.min(toDay, lastActive) - fromDay + 1);
  }

  @Override
  public Integer lastActiveDay() {
    return lastActive;
  }

  @Override
  public Integer lastTopupDay() {
    return null;
  }

  @Override
  public long month(Measure measure, int month) {
    return 0;
  }

  @Override
  public int monthKnownDays(Feed feed, int month) {
    return 0;
  }
}
