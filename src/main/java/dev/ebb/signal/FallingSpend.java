package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The last whole calendar month brought much less than the mean of the three before it, as far as
 * that is sure with somebody whose months differ as these did ({@link FallGrade}). Whole months,
 * because a bill comes once a month; so the reading changes at a month's end only, or with late
 * data. The base index is left out: of bill dates it knows nothing. Only who spent in each of the
 * months before is judged: for who buys now and then an empty month is no fall. Nor is it where
 * spend is the only sign of life: then it is a silence. A month of refunds counts as an empty one.
 *
 * <p>Evidence: {@code dropPercent}, {@code monthSpendMajor}, {@code usualSpendMajor}, the latter
 * two in major units of the operator's currency.
 *
 * @param threshold share of the usual month at which the strength is 0.5, in (0, 1)
 * @param sureAt standard deviations of the customer's own swing that a fall must have to count in
 *     full, 0.5 to 6; months are periods, of which half as many are enough
 * @param minimumPerMonth usual spend from which on a fall means anything, minor units
 * @param minorPerMajor minor units in a major unit of the currency, 1 to 10,000
 */
public record FallingSpend(double threshold, double sureAt, long minimumPerMonth, int minorPerMajor)
    implements Detector {

  private static final int MONTHS_BEFORE = 3;
  private static final int MIN_MONTHS = 2;

  public FallingSpend {
    Bounds.checkShare("threshold", threshold);
    Bounds.checkDeviations("sure-at", sureAt);
    Bounds.check("minimum-per-month", minimumPerMonth, 1, Long.MAX_VALUE, "minor units");
    Bounds.check("minorPerMajor", minorPerMajor, 1, 10_000, "");
  }

  @Override
  public String kind() {
    return "falling-spend";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("dropPercent", "monthSpendMajor", "usualSpendMajor");
  }

  @Override
  public Reading judge(Subject subject) {
    History history = subject.history();
    Period last = Period.lastMonth(subject.day());
    if (!last.isKnown(history, Feed.SPEND)) {
      return Reading.NONE;
    }
    double sum = 0;
    List<Double> months = new ArrayList<>();
    for (int i = 1; i <= MONTHS_BEFORE; i++) {
      Period before = last.before(i);
      if (before.isKnown(history, Feed.SPEND)) {
        double spent = before.sum(history, Measure.SPEND);
        if (spent <= 0) {
          return Reading.NONE;
        }
        sum += spent;
        months.add(spent);
      }
    }
    if (months.size() < MIN_MONTHS || sum < (double) minimumPerMonth * months.size()) {
      return Reading.NONE;
    }
    boolean byPeriod = history.grain(Feed.SPEND) != Spread.NONE;
    double month = last.sum(history, Measure.SPEND);
    if (month <= 0 && history.firstDay(Feed.USAGE) == null && !byPeriod) {
      return Reading.NONE;
    }
    double usual = sum / months.size();
    double ratio = Math.max(0, month) / usual;
    return new Evidence()
        .percent("dropPercent", 1 - ratio)
        .number("monthSpendMajor", month / minorPerMajor)
        .number("usualSpendMajor", usual / minorPerMajor)
        .reading(strength(ratio, months), byPeriod || months.size() == MONTHS_BEFORE);
  }

  private double strength(double ratio, List<Double> months) {
    double variance = Course.ofMonths(months).variance();
    return new FallGrade(threshold, sureAt).ofPeriods().strength(ratio, variance, 1, months.size());
  }
}
