package dev.ebb.signal;

import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.ledger.RegionIndex;

/**
 * A sum over known days.
 *
 * @param index sum of the base index over these days: how many usual days they are worth
 */
record Total(double amount, double index, int days) {

  static final Total EMPTY = new Total(0, 0, 0);

  static Total ofDays(Subject subject, Measure measure, int fromDay, int toDay) {
    History history = subject.history();
    RegionIndex base = subject.regionIndex();
    double index = 0;
    int days = 0;
    for (int day = fromDay; day <= toDay; day++) {
      if (history.isKnown(measure.feed(), day)) {
        index += base.of(day, measure);
        days++;
      }
    }
    return new Total(history.sum(measure, fromDay, toDay), index, days);
  }

  static Total ofPeriod(Subject subject, Measure measure, Period period) {
    return new Total(
        period.sum(subject.history(), measure),
        subject.regionIndex().sum(period.firstDay(), period.lastDay(), measure),
        period.days());
  }

  /** The amount of a usual day. */
  double perDay() {
    return amount / index;
  }

  Total plus(Total other) {
    return new Total(amount + other.amount, index + other.index, days + other.days);
  }
}
