package dev.ebb.desk.page;

import dev.ebb.desk.store.RuleFigures.DayCount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts of the days of a span, put together by week where there are many. */
final class DayCounts {
  private static final int MOST_DAYS = 100;
  private static final int WEEK = 7;
  private static final double BAR_SHARE = 0.72;

  private final LocalDate first;
  private final int step;
  private final long[] alerts;
  private final long[] withheld;

  /** Of these days, first and last included. */
  DayCounts(LocalDate first, LocalDate last) {
    this.first = first;
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    this.step = days > MOST_DAYS ? WEEK : 1;
    int places = (days + step - 1) / step;
    this.alerts = new long[places];
    this.withheld = new long[places];
  }

  DayCounts add(List<DayCount> counts) {
    for (DayCount count : counts) {
      int place = (int) ChronoUnit.DAYS.between(first, count.day()) / step;
      long[] of = count.withheld() == null ? alerts : withheld;
      of[Math.max(0, Math.min(of.length - 1, place))] += count.cases();
    }
    return this;
  }

  /** Alerts, 0 to 100. */
  List<Double> spark() {
    long most = Arrays.stream(alerts).max().orElse(0);
    return Arrays.stream(alerts).mapToObj(count -> Shares.length(count, most)).toList();
  }

  /** Alerts, and upon them what was withheld. */
  Bars bars(Words words) {
    long most = 0;
    for (int i = 0; i < alerts.length; i++) {
      most = Math.max(most, alerts[i] + withheld[i]);
    }
    double width = Bars.WIDTH / (double) alerts.length;
    List<Bars.Bar> bars = new ArrayList<>();
    for (int i = 0; i < alerts.length; i++) {
      bars.add(
          new Bars.Bar(
              words.day(first.plusDays((long) i * step)),
              words.number(alerts[i]),
              words.number(withheld[i]),
              tenth(i * width + width * (1 - BAR_SHARE) / 2),
              tenth(width * BAR_SHARE),
              height(alerts[i], most),
              height(withheld[i], most)));
    }
    return new Bars(bars, step == WEEK, words.number(most));
  }

  private static double height(long count, long most) {
    return most == 0 ? 0 : tenth(Bars.HEIGHT * count / (double) most);
  }

  private static double tenth(double place) {
    return Math.round(place * 10) / 10.0;
  }
}
