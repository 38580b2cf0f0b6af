package dev.ebb.signal;

import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.ledger.RegionIndex;
import java.util.List;

/**
 * The course that a customer's use took over a baseline, day by day or period by period, each as a
 * multiple of the baseline's mean and judged by the base index. It tells how far this customer's
 * use strays without anything being the matter.
 */
final class Course {
  private static final int WEEK = 7;

  /**
   * What is assumed of somebody who has shown nothing yet: weeks, or periods, that stray by three
   * tenths, worth two observations. So a few days that happen to be alike make nobody sure.
   */
  private static final double ASSUMED = 0.3;

  private static final double ASSUMED_WEIGHT = 2;

  /** Periods come in twos and threes, which hardly tell of a variance: there more is assumed. */
  private static final double ASSUMED_WEIGHT_OF_PERIODS = 6;

  /** NaN where nothing is known, or where the feed was down. */
  private final double[] multiples;

  /** Days that one multiple stands for. */
  private final double daysEach;

  private final boolean ofPeriods;

  private final double variance;

  private Course(double[] multiples, double daysEach, boolean ofPeriods) {
    this.multiples = multiples;
    this.daysEach = daysEach;
    this.ofPeriods = ofPeriods;
    this.variance = ofPeriods ? varianceOfPeriods() : varianceOfDays();
  }

  static Course ofDays(Subject subject, Measure measure, int fromDay, int toDay, Total total) {
    History history = subject.history();
    RegionIndex index = subject.regionIndex();
    double[] multiples = new double[toDay - fromDay + 1];
    for (int day = fromDay; day <= toDay; day++) {
      double usual = total.perDay() * index.of(day, measure);
      boolean counts = history.isKnown(measure.feed(), day) && !index.isDown(day, measure);
      multiples[day - fromDay] = counts ? history.value(measure, day) / usual : Double.NaN;
    }
    return new Course(multiples, 1, false);
  }

  static Course ofPeriods(List<Total> periods, Total total) {
    double[] multiples =
        periods.stream()
            .mapToDouble(it -> it.index() > 0 ? it.perDay() / total.perDay() : Double.NaN)
            .toArray();
    return new Course(multiples, (double) total.days() / periods.size(), true);
  }

  /** Of sums of whole months, the month being the day that {@link #variance} speaks of. */
  static Course ofMonths(List<Double> sums) {
    double mean = sums.stream().mapToDouble(sum -> sum).average().orElseThrow();
    return new Course(sums.stream().mapToDouble(sum -> sum / mean).toArray(), 1, true);
  }

  /** The mean of courses of equal length, by weights that add up to 1. */
  static Course mean(List<Course> courses, double[] weights) {
    Course first = courses.get(0);
    double[] mean = new double[first.multiples.length];
    for (int i = 0; i < courses.size(); i++) {
      for (int at = 0; at < mean.length; at++) {
        mean[at] += weights[i] * courses.get(i).multiples[at];
      }
    }
    return new Course(mean, first.daysEach, first.ofPeriods);
  }

  /**
   * The variance of a usual day's use over its mean squared. Differences are taken, so that slow
   * trends cancel: of each day to the same weekday before, and of each week to the week before. The
   * greater of both counts, since use that comes in spells lets weeks stray more than their days;
   * of weeks it is assumed that it does not.
   */
  double variance() {
    return variance;
  }

  private double varianceOfPeriods() {
    return pooled(multiples, 1, ASSUMED * ASSUMED, ASSUMED_WEIGHT_OF_PERIODS) * daysEach;
  }

  private double varianceOfDays() {
    double byDays = pooled(multiples, WEEK, ASSUMED * ASSUMED * WEEK, ASSUMED_WEIGHT);
    return Math.max(byDays, pooled(weeks(), 1, byDays / WEEK, ASSUMED_WEIGHT) * WEEK);
  }

  /** Means of whole weeks, the last one ending with the course. */
  private double[] weeks() {
    double[] weeks = new double[multiples.length / WEEK];
    int start = multiples.length % WEEK;
    for (int week = 0; week < weeks.length; week++) {
      int from = start + week * WEEK;
      for (int day = from; day < from + WEEK; day++) {
        weeks[week] += multiples[day];
      }
      weeks[week] /= WEEK;
    }
    return weeks;
  }

  /** The variance by differences to so many values before, with what is assumed of so many. */
  private static double pooled(double[] values, int lag, double assumed, double weight) {
    double sum = 0;
    int count = 0;
    for (int i = lag; i < values.length; i++) {
      double difference = values[i] - values[i - lag];
      if (!Double.isNaN(difference)) {
        sum += difference * difference / 2;
        count++;
      }
    }
    return (sum + weight * assumed) / (count + weight);
  }
}
