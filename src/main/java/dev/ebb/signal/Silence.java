package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.List;
import java.util.Set;

/**
 * The customer, who used to call, send, surf or top up at their own rhythm, does nothing any more.
 * The gap is graded by its limit, the larger of {@code minimumDays} and {@code factor} times the
 * customer's usual gap: 0.5 at it, and towards 1 as the gap grows. Days that are unknown, or on
 * which the region's use is down, count for nobody. What counts as an action is told in {@link
 * Life}.
 *
 * <p>Evidence: {@code gapDays}, {@code ownGapDays} (90 % quantile, 0 if there is none), {@code
 * limitDays}.
 *
 * @param minimumDays 1 to 60
 * @param factor of the usual gap, 1 to 10
 * @param historyDays what must be known for a mature reading, 7 to 91
 * @param eitherWay whether being called or written to breaks the silence as well
 */
public record Silence(int minimumDays, double factor, int historyDays, boolean eitherWay)
    implements Detector {

  private static final List<Measure> OWN_USE =
      List.of(Measure.VOICE_OUT, Measure.SMS_OUT, Measure.DATA);

  public Silence {
    Bounds.check("minimum", minimumDays, 1, 60, "days");
    Bounds.checkFactor("factor", factor);
    Bounds.check("history", historyDays, 7, 91, "days");
  }

  @Override
  public String kind() {
    return eitherWay ? "dormant" : "silence";
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
  public boolean endsOnReturn() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    History history = subject.history();
    Life life = eitherWay ? Life.eitherWay(history) : Life.of(history);
    Integer last = life.lastDay();
    if (last == null || isCoarse(history.grain(life.feed()))) {
      return Reading.NONE;
    }
    List<Measure> measures = life.feed() == Feed.USAGE ? OWN_USE : List.of(Measure.TOPUP);
    History then = history.untilLastLife();
    Habit habit =
        Habit.of(
            subject,
            then,
            last,
            life.untilLast()::isLively,
            day -> counts(subject, then, life.feed(), day, measures),
            life::isLivelyMonth);
    boolean isLong = isLong(history, life.feed(), historyDays);
    return habit.reading(habit.limit(minimumDays, factor), isLong, historyDays);
  }

  /** Whether such records cannot tell on which day something happened. */
  static boolean isCoarse(Spread grain) {
    return grain == Spread.WEEK || grain == Spread.MONTH;
  }

  /** Whether a day, also one from before a long silence, is known and was down for nobody. */
  static boolean counts(Subject subject, History then, Feed feed, int day, List<Measure> measures) {
    History kept = day <= then.lastDay() ? then : subject.history();
    return kept.isKnown(feed, day) && !isDown(subject, day, measures);
  }

  static boolean isDown(Subject subject, int day, List<Measure> measures) {
    for (Measure measure : measures) {
      if (subject.regionIndex().isDown(day, measure)) {
        return true;
      }
    }
    return false;
  }

  static boolean isLong(History history, Feed feed, int days) {
    int today = history.lastDay();
    return history.knownDays(feed, today - days + 1, today) == days;
  }
}
