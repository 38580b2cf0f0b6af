package dev.ebb.signal;

import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.Set;

/**
 * The level of a customer's daily use has shifted down, found by a one-sided cumulative sum: each
 * day of the window adds how far it lay below what is usual on its weekday, in standard deviations,
 * less {@code slack}; the sum never falls below 0. Small but lasting shifts add up, chance does
 * not. Graded by the sum: 0.5 at {@code limit}, 1 at twice that. Square roots are compared, since
 * the spread of daily use grows with its level, and by the base index.
 *
 * <p>Evidence: {@code shiftDays} (since the sum last was 0), {@code dropPercent} of these days
 * against the baseline.
 *
 * @param measure outgoing voice, data or sent messages
 * @param windowDays 7 to 28
 * @param baselineDays whole weeks, 28 to 56
 * @param slack standard deviations that a day may lie low without adding anything, 0.1 to 2
 * @param limit 1 to 20
 * @param minimumPerWeek baseline from which on a shift means anything, in the measure's unit
 */
public record ChangePoint(
    Measure measure,
    int windowDays,
    int baselineDays,
    double slack,
    double limit,
    long minimumPerWeek)
    implements Detector {

  private static final int WEEK = 7;

  /** Standard deviations: a single day off says nothing about a level. */
  private static final double MOST_OF_A_DAY = 3;

  /** Of the mean: who does the same every day would else be alarmed by an hour less. */
  private static final double LEAST_DEVIATION = 0.1;

  public ChangePoint {
    if (measure != Measure.VOICE_OUT && measure != Measure.DATA && measure != Measure.SMS_OUT) {
      throw new IllegalArgumentException(
          "measure must be VOICE_OUT, DATA or SMS_OUT but was " + measure);
    }
    Bounds.check("window", windowDays, WEEK, 28, "days");
    Bounds.check("baseline", baselineDays, 28, 56, "days");
    if (baselineDays % WEEK != 0) {
      throw new IllegalArgumentException(
          "baseline must be whole weeks but was " + baselineDays + " days");
    }
    if (!(slack >= 0.1 && slack <= 2)) {
      throw new IllegalArgumentException(
          "slack must be at least 0.1 and at most 2 but was " + slack);
    }
    if (!(limit >= 1 && limit <= 20)) {
      throw new IllegalArgumentException(
          "limit must be at least 1 and at most 20 but was " + limit);
    }
    Bounds.check("minimum-per-week", minimumPerWeek, 1, Long.MAX_VALUE, "");
  }

  @Override
  public String kind() {
    return "change-point";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("shiftDays", "dropPercent");
  }

  @Override
  public int daysNeeded() {
    return windowDays + baselineDays;
  }

  @Override
  public Reading judge(Subject subject) {
    if (Silence.isCoarse(subject.history().grain(measure.feed()))) {
      return Reading.NONE;
    }
    int lastBefore = subject.day() - windowDays;
    Total before = Total.ofDays(subject, measure, lastBefore - baselineDays + 1, lastBefore);
    if (before.days() < baselineDays / 2
        || before.index() <= 0
        || before.amount() * WEEK / before.index() < minimumPerWeek) {
      return Reading.NONE;
    }
    Weekdays usual = Weekdays.of(this, subject, lastBefore);
    if (usual.deviation() <= 0) {
      return Reading.NONE; // used on no day that counts, but on days on which the region was down
    }
    int shiftedSince = subject.day() + 1;
    double sum = 0;
    for (int day = lastBefore + 1; day <= subject.day(); day++) {
      if (counts(subject, day)) {
        double low = (usual.mean(day) - level(subject, day)) / usual.deviation();
        shiftedSince = sum == 0 ? day : shiftedSince;
        sum = Math.max(0, sum + Math.min(low, MOST_OF_A_DAY) - slack);
      }
    }
    return reading(subject, sum, shiftedSince, before);
  }

  private Reading reading(Subject subject, double sum, int since, Total before) {
    Total after = Total.ofDays(subject, measure, since, subject.day());
    double drop =
        after.index() <= 0
            ? 0
            : 1 - after.amount() * before.index() / (before.amount() * after.index());
    History history = subject.history();
    int from = subject.day() - daysNeeded() + 1;
    return new Evidence()
        .number("shiftDays", subject.day() - since + 1)
        .percent("dropPercent", drop)
        .reading(
            new Grade(0, limit, 2 * limit).strength(sum),
            history.knownDays(measure.feed(), from, subject.day()) == daysNeeded());
  }

  private boolean counts(Subject subject, int day) {
    return subject.history().isKnown(measure.feed(), day)
        && !subject.regionIndex().isDown(day, measure);
  }

  private double level(Subject subject, int day) {
    return Math.sqrt(
        subject.history().value(measure, day) / subject.regionIndex().of(day, measure));
  }

  /** What is usual by weekday, and how far days stray from it. */
  private record Weekdays(double[] means, double deviation) {

    static Weekdays of(ChangePoint by, Subject subject, int lastDay) {
      double[] sums = new double[WEEK];
      int[] days = new int[WEEK];
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (int day = lastDay - by.baselineDays + 1; day <= lastDay; day++) {
        if (by.counts(subject, day)) {
          double level = by.level(subject, day);
          sums[Math.floorMod(day, WEEK)] += level;
          days[Math.floorMod(day, WEEK)]++;
          sum += level;
          squares += level * level;
          count++;
        }
      }
      double mean = count == 0 ? 0 : sum / count;
      for (int weekday = 0; weekday < WEEK; weekday++) {
        squares -= days[weekday] == 0 ? 0 : sums[weekday] * sums[weekday] / days[weekday];
        sums[weekday] = days[weekday] == 0 ? mean : sums[weekday] / days[weekday];
      }
      double deviation = Math.sqrt(Math.max(0, squares) / Math.max(1, count - WEEK));
      return new Weekdays(sums, Math.max(deviation, LEAST_DEVIATION * mean));
    }

    double mean(int day) {
      return means[Math.floorMod(day, WEEK)];
    }
  }
}
