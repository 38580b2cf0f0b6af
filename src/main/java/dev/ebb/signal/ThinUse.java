package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How thin the bond is: a line that is hardly used, or that hardly anybody calls, is given up
 * without a loss. This is a level and no event, so it never reaches the alarm; it ranks customers
 * and adds to what else is seen.
 *
 * <p>The strength is {@link #MOST} x mark / (mark + x). Where days can be told apart, x is the
 * number of the last 13 calendar months with an own action (without a usage feed: with spend).
 * Where records stand for weeks or months, which no silence is read from, x is the voice of the
 * last one, outgoing or incoming, whichever is thinner.
 *
 * @param lowSeconds mark of voice in 30 days, at least 1
 * @param lowMonths mark of active months, 1 to 12
 */
public record ThinUse(long lowSeconds, int lowMonths) implements Detector {
  /** The strength of no use at all. */
  public static final double MOST = 0.4;

  private static final int MONTHS = 13;
  private static final double MARK_DAYS = 30;

  public ThinUse {
    Bounds.check("low-minutes", lowSeconds, 1, Long.MAX_VALUE, "s");
    Bounds.check("low-months", lowMonths, 1, 12, "months");
  }

  @Override
  public String kind() {
    return "thin-use";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of();
  }

  @Override
  public Reading judge(Subject subject) {
    History history = subject.history();
    Integer firstUse = history.firstDay(Feed.USAGE);
    if (firstUse == null && history.firstDay(Feed.SPEND) == null) {
      return Reading.NONE;
    }
    Spread grain = history.grain(firstUse == null ? Feed.SPEND : Feed.USAGE);
    if (!Silence.isCoarse(grain)) {
      return graded(lowMonths, yearlyMonths(history, firstUse == null));
    }
    return firstUse == null ? Reading.NONE : voice(history, lastPeriod(subject, grain, firstUse));
  }

  private static Period lastPeriod(Subject subject, Spread grain, int firstUse) {
    return grain == Spread.MONTH
        ? Period.lastMonth(subject.day())
        : Period.lastWeek(subject.day(), firstUse);
  }

  private Reading voice(History history, Period last) {
    if (!last.isKnown(history, Feed.USAGE)) {
      return Reading.NONE;
    }
    double mark = lowSeconds * last.days() / MARK_DAYS;
    double thinner =
        List.of(Measure.VOICE_OUT, Measure.VOICE_IN).stream()
            .filter(measure -> isEverUsed(history, measure))
            .mapToDouble(measure -> last.sum(history, measure))
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return graded(mark, thinner);
  }

  /** A feed may not carry a measure at all; that says nothing of the customer. */
  private static boolean isEverUsed(History history, Measure measure) {
    return months(history).anyMatch(month -> history.month(measure, month) > 0);
  }

  /** The months with an own action, of thirteen: what is not known yet is taken to go on alike. */
  private static double yearlyMonths(History history, boolean bySpend) {
    Feed feed = bySpend ? Feed.SPEND : Feed.USAGE;
    Life own = new Life(history, feed, bySpend ? List.of(Measure.SPEND) : List.of());
    long active = months(history).filter(own::isLivelyMonth).count();
    long known = months(history).filter(month -> history.monthKnownDays(feed, month) > 0).count();
    return (double) MONTHS * active / Math.max(1, known);
  }

  private static IntStream months(History history) {
    int newest = Period.lastMonth(history.lastDay()).month() + 1;
    return IntStream.rangeClosed(newest - MONTHS + 1, newest);
  }

  private static Reading graded(double mark, double x) {
    return new Evidence().reading(MOST * mark / (mark + x), true);
  }
}
