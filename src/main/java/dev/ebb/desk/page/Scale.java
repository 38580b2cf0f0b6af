package dev.ebb.desk.page;

import java.util.Arrays;
import java.util.Locale;

/** Turns a series of days into places in a drawing; -1 is a day of which nothing is known. */
final class Scale {
  private static final int WEEK = 7;
  private static final int LEAST_OF_A_WEEK = 4;
  private static final int LEAST_FOR_A_BAND = 7;
  private static final double BAR_SHARE = 0.62;
  private static final double HEADROOM = 1.08;

  private final long[] values;
  private final double width;
  private final double height;
  private final double most;

  private Scale(long[] values, double width, double height, double highest) {
    this.values = values;
    this.width = width;
    this.height = height;
    this.most = Math.max(1, highest) * HEADROOM;
  }

  /** A scale on which every day fits. */
  static Scale ofDays(long[] values, double width, double height) {
    double highest = Arrays.stream(values).max().orElse(0);
    return new Scale(values, width, height, highest);
  }

  /** A scale on which the means of weeks fit, so that their course shows in a small drawing. */
  static Scale ofWeeks(long[] values, double width, double height) {
    double highest = 0;
    for (int day = 0; day < values.length; day++) {
      highest = Math.max(highest, mean(values, day));
    }
    return new Scale(values, width, height, highest);
  }

  private static double mean(long[] values, int day) {
    long[] week =
        Arrays.stream(values, Math.max(0, day - WEEK + 1), day + 1)
            .filter(value -> value >= 0)
            .toArray();
    return week.length < LEAST_OF_A_WEEK ? -1 : Arrays.stream(week).average().orElse(-1);
  }

  /** The middle of a day. */
  double x(int day) {
    return round((day + 0.5) * width / values.length);
  }

  double y(double value) {
    return round(height - height * Math.min(1, value / most));
  }

  long highest() {
    return Math.max(0, Arrays.stream(values).max().orElse(0));
  }

  Chart.Bar bar(int day) {
    double step = width / values.length;
    double top = y(Math.max(0, values[day]));
    return new Chart.Bar(
        round(x(day) - step * BAR_SHARE / 2), top, round(step * BAR_SHARE), round(height - top));
  }

  boolean isKnown(int day) {
    return values[day] >= 0;
  }

  /** The path of each week's mean at its last day; it breaks where a week is not known. */
  String line() {
    StringBuilder path = new StringBuilder();
    boolean isDrawing = false;
    for (int day = 0; day < values.length; day++) {
      double mean = mean(values, day);
      if (mean >= 0) {
        path.append(isDrawing ? 'L' : 'M')
            .append(String.format(Locale.ROOT, "%.1f %.1f", x(day), y(mean)));
      }
      isDrawing = mean >= 0;
    }
    return path.toString();
  }

  /** The quartiles of the four weeks before the last one; null where too few days are known. */
  Chart.Band band() {
    int end = values.length - WEEK;
    long[] known =
        Arrays.stream(values, Math.max(0, end - 4 * WEEK), end)
            .filter(value -> value >= 0)
            .sorted()
            .toArray();
    if (known.length < LEAST_FOR_A_BAND) {
      return null;
    }
    double top = y(known[known.length * 3 / 4]);
    double bottom = y(known[known.length / 4]);
    return new Chart.Band(top, round(Math.max(1, bottom - top)), y(known[known.length / 2]));
  }

  /** Middle of the four weeks before the last one, as a height; null where too little is known. */
  Double baseline() {
    Chart.Band band = band();
    return band == null ? null : band.middle();
  }

  private static double round(double place) {
    return Math.round(place * 10) / 10.0;
  }
}
