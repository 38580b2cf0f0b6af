package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A customer who once was of mid or high value has a second low-water month: spend or outgoing
 * minutes under a low mark. Once means as a member of a cohort, since it was fixed, or else the
 * best three consecutive known months of the last twelve, by spend times minutes; months after them
 * are graded, each by the lower of spend and minutes: 0 at twice the low mark, 0.5 just below it, 1
 * at nothing. The strength is the lesser of the last month's and of the worst one before it, so a
 * good month eases it. Without a usage feed spend alone counts, and only of who has spent in three
 * months on end: for who buys now and then a month without is no low water.
 *
 * <p>Evidence: {@code lowMonths}, {@code monthSpendMajor} and {@code monthMinutes} of the last
 * month, {@code bestSpendMajor} per month when the customer was at their best; money in major units
 * of the operator's currency.
 *
 * @param lowSpend a month below it is low, minor units
 * @param lowSeconds a month with less outgoing voice is low
 * @param memberSpend mean month of a mid or high-value customer, minor units
 * @param memberSeconds mean outgoing voice in such a month
 * @param minorPerMajor minor units in a major unit of the currency, 1 to 10,000
 */
public record LowWaterMonths(
    long lowSpend, long lowSeconds, long memberSpend, long memberSeconds, int minorPerMajor)
    implements Detector {

  private static final int MONTHS = 12;
  private static final int BEST = 3;

  public LowWaterMonths {
    Bounds.check("low-spend", lowSpend, 2, Long.MAX_VALUE, "minor units");
    Bounds.check("low-minutes", lowSeconds, 2, Long.MAX_VALUE, "s");
    Bounds.check("member-spend", memberSpend, lowSpend, Long.MAX_VALUE, "minor units");
    Bounds.check("member-minutes", memberSeconds, lowSeconds, Long.MAX_VALUE, "s");
    Bounds.check("minorPerMajor", minorPerMajor, 1, 10_000, "");
  }

  private record Month(boolean known, long spend, long seconds) {}

  @Override
  public String kind() {
    return "low-water-months";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("lowMonths", "monthSpendMajor", "monthMinutes", "bestSpendMajor");
  }

  @Override
  public Reading judge(Subject subject) {
    History history = subject.history();
    boolean voice = history.firstDay(Feed.USAGE) != null;
    Period newest = Period.lastMonth(subject.day());
    List<Month> months = months(history, newest, voice);
    if (!voice && !spendsByTheMonth(months)) {
      return Reading.NONE;
    }
    int best = best(months, voice);
    Reading ofBest =
        best < 0
            ? Reading.NONE
            : read(months, best + BEST, (double) spend(months, best) / BEST, voice);
    Snapshot snapshot = subject.snapshot();
    if (snapshot == null) {
      return ofBest;
    }
    int since = Math.max(0, MONTHS - 1 - (newest.month() - snapshot.firstMonth()));
    Reading ofMember = read(months, since, snapshot.arpu(), voice);
    return ofMember.strength() >= ofBest.strength() ? ofMember : ofBest;
  }

  /**
   * What the months say.
   *
   * @param from the first of them that is graded
   * @param best minor units a month when the customer was at their best
   */
  private Reading read(List<Month> months, int from, double best, boolean voice) {
    Month last = months.get(MONTHS - 1);
    if (!last.known() || from >= MONTHS) {
      return Reading.NONE;
    }
    double[] before =
        months.subList(from, MONTHS - 1).stream()
            .mapToDouble(month -> strength(month, voice))
            .toArray();
    double now = strength(last, voice);
    double worst = Arrays.stream(before).max().orElse(0);
    long low = Arrays.stream(before).filter(s -> s >= Reading.THRESHOLD).count();
    return new Evidence()
        .number("lowMonths", low + (now >= Reading.THRESHOLD ? 1 : 0))
        .number("monthSpendMajor", (double) last.spend() / minorPerMajor)
        .number("monthMinutes", Unit.MINUTES.in(last.seconds()))
        .number("bestSpendMajor", best / minorPerMajor)
        .reading(Math.min(worst, now), true);
  }

  private static List<Month> months(History history, Period last, boolean voice) {
    List<Month> months = new ArrayList<>(MONTHS);
    for (int i = MONTHS - 1; i >= 0; i--) {
      Period month = last.before(i);
      boolean known =
          month.isKnown(history, Feed.SPEND) && (!voice || month.isKnown(history, Feed.USAGE));
      months.add(
          new Month(
              known, month.sum(history, Measure.SPEND), month.sum(history, Measure.VOICE_OUT)));
    }
    return months;
  }

  /**
   * Start of the best three months of a mid or high-value customer that end before the last month,
   * the earliest of equals; -1 if there are none.
   */
  private int best(List<Month> months, boolean voice) {
    int best = -1;
    double most = 0;
    for (int i = 0; i + BEST < MONTHS; i++) {
      double worth = spend(months, i) * (voice ? (double) seconds(months, i) : 1);
      if (isMember(months, i, voice) && worth > most) {
        best = i;
        most = worth;
      }
    }
    return best;
  }

  private static boolean spendsByTheMonth(List<Month> months) {
    return IntStream.rangeClosed(0, MONTHS - BEST)
        .anyMatch(
            from ->
                months.subList(from, from + BEST).stream().allMatch(month -> month.spend() > 0));
  }

  private boolean isMember(List<Month> months, int from, boolean voice) {
    return months.subList(from, from + BEST).stream().allMatch(Month::known)
        && spend(months, from) >= BEST * memberSpend
        && (!voice || seconds(months, from) >= BEST * memberSeconds);
  }

  private static long spend(List<Month> months, int from) {
    return months.subList(from, from + BEST).stream().mapToLong(Month::spend).sum();
  }

  private static long seconds(List<Month> months, int from) {
    return months.subList(from, from + BEST).stream().mapToLong(Month::seconds).sum();
  }

  private double strength(Month month, boolean voice) {
    if (!month.known()) {
      return 0;
    }
    double spend = belowMark(lowSpend).strength(month.spend());
    return voice ? Math.max(spend, belowMark(lowSeconds).strength(month.seconds())) : spend;
  }

  /** Amounts are whole, so below the mark means one less at most. */
  private static Grade belowMark(long mark) {
    return new Grade(2.0 * mark, mark - 1, 0);
  }
}
