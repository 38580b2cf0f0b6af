package dev.ebb.signal;

import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;

/**
 * A sum over known days.
 *
 * @param index sum of the base index over these days: how many usual days they are worth
 */
record Total(double amount, double index, int days) {

  static final Total EMPTY = new Total(0, 0, 0);

  static Total ofDays(Subject subject, Measure measure, int fromDay, int toDay) {
    History history = subject.history();
    BaseIndex base = subject.index();
    double index = 0;
    int days = 0;
    for (int day = fromDay; day <= toDay; day++) {
      if (history.isKnown(measure.feed(), day)) {
        index += base.of(subject.region(), day, measure);
        days++;
      }
    }
    return new Total(history.sum(measure, fromDay, toDay), index, days);
  }

  static Total ofPeriod(Subject subject, Measure measure, Period period) {
    return new Total(
        period.sum(subject.history(), measure),
        subject.index().sum(subject.region(), period.firstDay(), period.lastDay(), measure),
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
