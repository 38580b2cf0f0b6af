package dev.ebb.retention;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;

/** A history of which only the last day's date is known, for rules that read the profile alone. */
record UnknownHistory(int lastDay) implements History {

  @Override
  public int depth() {
    return 0;
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
    return 0;
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
    return 0;
  }

  @Override
  public int monthKnownDays(Feed feed, int month) {
    return 0;
  }
}
