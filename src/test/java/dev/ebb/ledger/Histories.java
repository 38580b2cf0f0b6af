package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import java.time.LocalDate;

/** Compares histories day by day, window by window and month by month. */
public final class Histories {

  private static final int[][] WINDOWS = {{6, 0}, {34, 7}, {120, 0}, {3, -3}};

  private Histories() {}

  /** Asserts that two histories answer every question alike. */
  public static void assertSame(History actual, History expected) {
    int last = expected.lastDay();
    assertThat(actual.lastDay()).isEqualTo(last);
    assertThat(actual.depth()).isEqualTo(expected.depth());
    assertThat(actual.lastActiveDay()).as("last active day").isEqualTo(expected.lastActiveDay());
    assertThat(actual.lastTopupDay()).as("last top-up day").isEqualTo(expected.lastTopupDay());
    for (Feed feed : Feed.values()) {
      assertThat(actual.grain(feed)).as("grain of %s", feed).isEqualTo(expected.grain(feed));
      assertThat(actual.firstDay(feed))
          .as("first day of %s", feed)
          .isEqualTo(expected.firstDay(feed));
    }
    for (int[] window : WINDOWS) {
      assertSameWindow(actual, expected, last - window[0], last - window[1]);
    }
    for (int day = last - expected.depth() - 1; day <= last + 1; day++) {
      assertSameWindow(actual, expected, day, day);
    }
    int newest =
        LocalDate.ofEpochDay(last).getYear() * 12 + LocalDate.ofEpochDay(last).getMonthValue() - 1;
    for (int month = newest - 13; month <= newest + 1; month++) {
      assertSameMonth(actual, expected, month);
    }
  }

  /** Asserts that two histories know the same of the days before the last sign of life. */
  public static void assertSameRhythm(History actual, History expected) {
    History then = expected.untilLastLife();
    assertThat(actual.untilLastLife().lastDay()).as("last life").isEqualTo(then.lastDay());
    for (int day = then.lastDay() - then.depth(); day <= then.lastDay() + 1; day++) {
      assertSameWindow(actual.untilLastLife(), then, day, day);
    }
  }

  private static void assertSameWindow(History actual, History expected, int from, int to) {
    for (Measure measure : Measure.values()) {
      same(measure, from, to, actual.sum(measure, from, to), expected.sum(measure, from, to));
      same(measure, to, to, actual.value(measure, to), expected.value(measure, to));
    }
    for (Feed feed : Feed.values()) {
      same(feed, from, to, actual.knownDays(feed, from, to), expected.knownDays(feed, from, to));
      same(feed, to, to, actual.isKnown(feed, to) ? 1 : 0, expected.isKnown(feed, to) ? 1 : 0);
    }
    same("active days", from, to, actual.activeDays(from, to), expected.activeDays(from, to));
    same("active", to, to, actual.isActive(to) ? 1 : 0, expected.isActive(to) ? 1 : 0);
  }

  private static void assertSameMonth(History actual, History expected, int month) {
    int first = Days.firstDayOfMonth(month);
    int next = Days.firstDayOfMonth(month + 1);
    for (Measure measure : Measure.values()) {
      same(measure, first, next, actual.month(measure, month), expected.month(measure, month));
    }
    for (Feed feed : Feed.values()) {
      same(
          feed,
          first,
          next,
          actual.monthKnownDays(feed, month),
          expected.monthKnownDays(feed, month));
    }
  }

  private static void same(Object what, int from, int to, long actual, long expected) {
    if (actual != expected) {
      throw new AssertionError(
          "%s from %s to %s must be %d but was %d"
              .formatted(
                  what, LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to), expected, actual));
    }
  }
}
