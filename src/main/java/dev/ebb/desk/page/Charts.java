package dev.ebb.desk.page;

import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.TimelineEntry;
import dev.ebb.event.Profile;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a case's 56 days. */
final class Charts {
  private static final int WEEK = 7;
  private static final long SECONDS = 60;
  private static final Set<String> CONTACTS =
      Set.of("attempted", "reached", "accepted", "declined", "callback");

  private final Words words;
  private final SignalNames names;

  Charts(Words words, SignalNames names) {
    this.words = words;
    this.names = names;
  }

  /** The chart, or null of a case without its days. */
  Chart of(CaseView view) {
    Series series = view.course();
    if (series == null) {
      return null;
    }
    Scale minutes = Scale.ofDays(series.mou(), Chart.WIDTH, Chart.HEIGHT);
    Scale spend = Scale.ofDays(series.spend(), Chart.WIDTH, Chart.HEIGHT);
    List<Chart.Mark> marks = marks(view, minutes);
    return new Chart(
        panel(
            series.mou(), minutes, words.say("minutes", words.number(minutes.highest() / SECONDS))),
        panel(series.spend(), spend, words.money(spend.highest())),
        Chart.WIDTH * (1 - WEEK / (double) series.mou().length),
        marks,
        ticks(series, minutes),
        days(series, minutes, marks));
  }

  private static Chart.Panel panel(long[] values, Scale scale, String most) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (int day = 0; day < values.length; day++) {
      if (scale.isKnown(day)) {
        bars.add(scale.bar(day));
      }
    }
    return new Chart.Panel(bars, scale.line(), scale.band(), most);
  }

  private List<Chart.Mark> marks(CaseView view, Scale scale) {
    List<Chart.Mark> marks = new ArrayList<>();
    CaseMessage message = view.message();
    int from = view.course().from();
    int days = view.course().mou().length;
    for (CaseMessage.Signal signal : message.signals()) {
      int day = dayOf(Instant.ofEpochMilli(signal.since())) - from;
      add(marks, day, days, scale, "signal", names.of(signal.rule(), words));
    }
    if (view.profile() != null) {
      for (Profile.Agreement agreement : view.profile().agreements()) {
        String end = words.say("chart.ends", words.word("agreement", agreement.kind()));
        add(marks, (int) agreement.endsOn().toEpochDay() - from, days, scale, "plan", end);
      }
    }
    for (TimelineEntry entry : view.timeline()) {
      if (entry.agent() != null && CONTACTS.contains(entry.what())) {
        int day = dayOf(entry.at()) - from;
        add(marks, day, days, scale, "contact", words.code("outcome", entry.what()));
      }
    }
    return marks;
  }

  private static void add(
      List<Chart.Mark> marks, int day, int days, Scale scale, String kind, String text) {
    if (day >= 0 && day < days) {
      marks.add(new Chart.Mark(scale.x(day), kind, text));
    }
  }

  private int dayOf(Instant at) {
    return (int) words.dayOf(at).toEpochDay();
  }

  private List<Chart.Tick> ticks(Series series, Scale scale) {
    List<Chart.Tick> ticks = new ArrayList<>();
    for (int day = series.mou().length - 1; day >= 0; day -= 2 * WEEK) {
      ticks.add(
          new Chart.Tick(scale.x(day), words.date(LocalDate.ofEpochDay(series.from() + day))));
    }
    return ticks;
  }

  private List<Chart.Day> days(Series series, Scale scale, List<Chart.Mark> marks) {
    List<Chart.Day> days = new ArrayList<>();
    for (int day = 0; day < series.mou().length; day++) {
      double x = scale.x(day);
      String event =
          marks.stream()
              .filter(mark -> mark.x() == x)
              .map(Chart.Mark::text)
              .distinct()
              .collect(Collectors.joining(", "));
      days.add(
          new Chart.Day(
              x,
              words.day(LocalDate.ofEpochDay(series.from() + day)),
              minutes(series.mou()[day]),
              spend(series.spend()[day]),
              event));
    }
    return days;
  }

  private String minutes(long seconds) {
    return seconds < 0
        ? words.say("unknown")
        : words.say("minutes", words.number(Math.round(seconds / (double) SECONDS)));
  }

  private String spend(long minor) {
    return minor < 0 ? words.say("unknown") : words.exactMoney(minor);
  }
}
