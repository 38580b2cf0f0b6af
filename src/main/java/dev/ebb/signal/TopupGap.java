package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A customer who tops up has not done so for much longer than usual, though the credit must be gone
 * by now: the gap counts in days of usual spend, so that who spends half as much since the last
 * top-up is waited for twice as long. Where no spend is known, days count as they are. Graded as
 * {@link Silence} is. Who tops up too seldom for the days that are kept is known by the months with
 * a top-up. For whom that means anything, the rule's condition says.
 *
 * <p>Evidence: {@code gapDays}, {@code usedDays} (the same in days of usual spend), {@code
 * ownGapDays} (90 % quantile, 0 if there is none), {@code limitDays}.
 *
 * @param minimumDays 1 to 60
 * @param factor of the usual gap, 1 to 10
 * @param knownGaps own gaps between top-ups, or between months with one, that must be known for a
 *     mature reading, 1 to 20
 * @param historyDays what else must be known for it, 7 to 91
 */
public record TopupGap(int minimumDays, double factor, int knownGaps, int historyDays)
    implements Detector {

  public TopupGap {
    Bounds.check("minimum", minimumDays, 1, 60, "days");
    Bounds.checkFactor("factor", factor);
    Bounds.check("known-gaps", knownGaps, 1, 20, "");
    Bounds.check("history", historyDays, 7, 91, "days");
  }

  @Override
  public String kind() {
    return "topup-gap";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("gapDays", "usedDays", "ownGapDays", "limitDays");
  }

  @Override
  public int daysNeeded() {
    return historyDays;
  }

  @Override
  public Reading judge(Subject subject) {
    History history = subject.history();
    Integer last = history.lastTopupDay();
    if (last == null || Silence.isCoarse(history.grain(Feed.SPEND))) {
      return Reading.NONE;
    }
    List<Measure> topups = List.of(Measure.TOPUP);
    History then = history.untilLastLife();
    boolean inMonths = isHabitOfMonths(history);
    Habit byDays =
        Habit.of(
            subject,
            then,
            last,
            day -> then.value(Measure.TOPUP, day) > 0,
            day -> Silence.counts(subject, then, Feed.SPEND, day, topups),
            month -> history.month(Measure.TOPUP, month) > 0);
    Habit habit = inMonths ? byDays.orMonthly() : byDays;
    double limit = habit.limit(minimumDays, factor);
    double used = habit.gapDays() * Math.min(1, spending(history, then, last));
    boolean isLong = Silence.isLong(history, Feed.SPEND, historyDays);
    return new Evidence()
        .number("gapDays", habit.gapDays())
        .number("usedDays", used)
        .number("ownGapDays", habit.usualGapDays())
        .number("limitDays", limit)
        .reading(Habit.strength(used / limit), isLong && (inMonths || isHabit(then)));
  }

  /** What is spent a day since the last top-up, as a multiple of what was before; else 1. */
  private static double spending(History history, History then, int last) {
    double before = perDay(then, then.lastDay() - then.depth() + 1, last);
    int today = history.lastDay();
    boolean isTold = before > 0 && history.knownDays(Feed.SPEND, last + 1, today) > 0;
    return isTold ? Math.max(0, perDay(history, last + 1, today)) / before : 1;
  }

  private static double perDay(History history, int fromDay, int toDay) {
    int days = history.knownDays(Feed.SPEND, fromDay, toDay);
    return days == 0 ? 0 : (double) history.sum(Measure.SPEND, fromDay, toDay) / days;
  }

  /** As many top-ups as there are gaps, and the one before them. */
  private boolean isHabit(History then) {
    long days =
        IntStream.rangeClosed(then.lastDay() - then.depth() + 1, then.lastDay())
            .filter(day -> then.value(Measure.TOPUP, day) > 0)
            .count();
    return days > knownGaps;
  }

  /** The same of months, which are kept for longer than days. */
  private boolean isHabitOfMonths(History history) {
    int month = Days.monthOf(history.lastDay());
    long months =
        IntStream.rangeClosed(month - Habit.MONTHS, month)
            .filter(it -> history.month(Measure.TOPUP, it) > 0)
            .count();
    return months > knownGaps;
  }
}
