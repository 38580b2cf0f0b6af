package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.List;
import java.util.Set;

/**
 * A customer who tops up has not done so for much longer than usual; graded as {@link Silence} is.
 * For whom that means anything, the rule's condition says.
 *
 * <p>Evidence: {@code gapDays}, {@code ownGapDays} (90 % quantile, 0 if there is none), {@code
 * limitDays}.
 *
 * @param minimumDays 1 to 60
 * @param factor of the usual gap, 1 to 10
 * @param historyDays what must be known for a mature reading, 7 to 91
 */
public record TopupGap(int minimumDays, double factor, int historyDays) implements Detector {

  public TopupGap {
    Bounds.check("minimum", minimumDays, 1, 60, "days");
    Bounds.checkFactor("factor", factor);
    Bounds.check("history", historyDays, 7, 91, "days");
  }

  @Override
  public String kind() {
    return "topup-gap";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("gapDays", "ownGapDays", "limitDays");
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
    Habit habit =
        Habit.of(
            subject,
            then,
            last,
            day -> then.value(Measure.TOPUP, day) > 0,
            day -> Silence.counts(subject, then, Feed.SPEND, day, topups),
            month -> history.month(Measure.TOPUP, month) > 0);
    boolean isLong = Silence.isLong(history, Feed.SPEND, historyDays);
    return habit.reading(habit.limit(minimumDays, factor), isLong, historyDays);
  }
}
