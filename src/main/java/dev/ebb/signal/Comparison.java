package dev.ebb.signal;

import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * A window against the days before it, judged by the base index: what everybody does is held
 * against nobody.
 *
 * @param away whether the customer did nothing at all on most days of the window: then silence has
 *     to say whether that is unusual, not a fall
 */
record Comparison(
    Total window, Total baseline, Course course, boolean away, boolean mature, boolean ofPeriods) {

  /** Days of a window, and of the baseline that ends where it begins. */
  record Windows(Measure measure, int window, int baseline) {}

  private static final int MIN_BASELINE_DAYS = 7;
  private static final int BASELINE_PERIODS = 3;
  private static final int MIN_BASELINE_PERIODS = 2;

  /** Null where too little is known to compare. */
  static Comparison of(Subject subject, Windows windows) {
    Measure measure = windows.measure();
    History history = subject.history();
    Integer firstDay = history.firstDay(measure.feed());
    if (firstDay == null) {
      return null;
    }
    Spread grain = history.grain(measure.feed());
    Comparison comparison =
        switch (grain) {
          case NONE, DAY -> ofDays(subject, measure, windows.window(), windows.baseline());
          case WEEK -> ofPeriods(subject, measure, Period.lastWeek(subject.day(), firstDay));
          case MONTH -> ofPeriods(subject, measure, Period.lastMonth(subject.day()));
        };
    return comparison == null || comparison.isEmpty() ? null : comparison;
  }

  private static Comparison ofDays(Subject subject, Measure measure, int window, int baseline) {
    int lastBefore = subject.day() - window;
    Total recent = Total.ofDays(subject, measure, lastBefore + 1, subject.day());
    Total before = Total.ofDays(subject, measure, lastBefore - baseline + 1, lastBefore);
    if (before.days() < MIN_BASELINE_DAYS) {
      return null;
    }
    Course course = Course.ofDays(subject, measure, lastBefore - baseline + 1, lastBefore, before);
    boolean away = !Life.of(subject.history()).isLivelyOnMost(lastBefore + 1, subject.day());
    boolean mature = recent.days() == window && before.days() == baseline;
    return new Comparison(recent, before, course, away, mature, false);
  }

  private static Comparison ofPeriods(Subject subject, Measure measure, Period last) {
    History history = subject.history();
    Total before = Total.EMPTY;
    List<Total> periods = new ArrayList<>();
    for (int i = 1; i <= BASELINE_PERIODS; i++) {
      Period period = last.before(i);
      if (period.isKnown(history, measure.feed())) {
        periods.add(Total.ofPeriod(subject, measure, period));
        before = before.plus(periods.get(periods.size() - 1));
      }
    }
    if (periods.size() < MIN_BASELINE_PERIODS || !last.isKnown(history, measure.feed())) {
      return null;
    }
    Course course = Course.ofPeriods(periods, before);
    return new Comparison(
        Total.ofPeriod(subject, measure, last), before, course, false, true, true);
  }

  private boolean isEmpty() {
    return window.index() <= 0 || baseline.index() <= 0 || baseline.amount() <= 0;
  }

  /** The window per usual day over the baseline per usual day. */
  double ratio() {
    return window.amount() * baseline.index() / (baseline.amount() * window.index());
  }

  /** The baseline in a usual week. */
  double basePerWeek() {
    return baseline.amount() * 7 / baseline.index();
  }

  /** The baseline for as many days as the window has. */
  double usual() {
    return baseline.amount() * window.days() / baseline.days();
  }

  /** How far the customer fell, as the customer's own days show it. */
  double drop() {
    return 1 - window.amount() / usual();
  }

  /** How far the region rose or fell meanwhile. */
  double regionChange() {
    return window.index() * baseline.days() / (baseline.index() * window.days()) - 1;
  }
}
