package dev.ebb.signal;

import dev.ebb.ledger.Measure;
import java.util.Set;

/**
 * The customer calls much less than they used to but is called as before: the line stays, the
 * traffic goes elsewhere. The strength is the lesser of two grades: the fall of outgoing voice, and
 * how well incoming voice holds, 0 where it fell as far as the threshold, 0.5 at {@code
 * incomingHolds}, 1 where it has not fallen.
 *
 * <p>Evidence: {@code dropPercent}, {@code windowMinutes}, {@code baselineMinutes} (scaled to the
 * window) of outgoing voice, {@code incomingPercent} of the usual incoming voice, {@code
 * regionPercent} (change of the whole region).
 *
 * @param windowDays 1 to 28
 * @param baselineDays 7 to 56
 * @param threshold share of the own outgoing baseline, in (0, 1)
 * @param sureAt standard deviations of the customer's own swing, as for {@link Fall}
 * @param incomingHolds share of the own incoming baseline, above {@code threshold} and below 1
 * @param minimumPerWeek baseline from which on the comparison means anything, seconds, both ways
 */
public record SecondSim(
    int windowDays,
    int baselineDays,
    double threshold,
    double sureAt,
    double incomingHolds,
    long minimumPerWeek)
    implements Detector {

  public SecondSim {
    Bounds.check("window", windowDays, 1, 28, "days");
    Bounds.check("baseline", baselineDays, 7, 56, "days");
    Bounds.checkShare("threshold", threshold);
    Bounds.checkDeviations("sure-at", sureAt);
    Bounds.checkShare("incoming-holds", incomingHolds);
    Bounds.check("minimum-per-week", minimumPerWeek, 1, Long.MAX_VALUE, "s");
    if (incomingHolds <= threshold) {
      throw new IllegalArgumentException(
          "incoming-holds must be above threshold %s but was %s"
              .formatted(threshold, incomingHolds));
    }
  }

  @Override
  public String kind() {
    return "second-sim";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of(
        "dropPercent", "windowMinutes", "baselineMinutes", "incomingPercent", "regionPercent");
  }

  @Override
  public int daysNeeded() {
    return windowDays + baselineDays;
  }

  @Override
  public Reading judge(Subject subject) {
    Comparison out = subject.comparison(Measure.VOICE_OUT, windowDays, baselineDays);
    Comparison in = subject.comparison(Measure.VOICE_IN, windowDays, baselineDays);
    if (isTooLittle(out) || isTooLittle(in)) {
      return Reading.NONE;
    }
    double fall = new FallGrade(threshold, sureAt).strength(out);
    double hold = new Grade(threshold, incomingHolds, 1).strength(in.ratio());
    return new Evidence()
        .percent("dropPercent", out.drop())
        .number("windowMinutes", Unit.MINUTES.in(out.window().amount()))
        .number("baselineMinutes", Unit.MINUTES.in(out.usual()))
        .percent("incomingPercent", 1 - in.drop())
        .percent("regionPercent", out.regionChange())
        .reading(Math.min(fall, hold), out.mature() && in.mature())
        .ofPeriod(out.ofPeriods());
  }

  private boolean isTooLittle(Comparison voice) {
    return voice == null || voice.basePerWeek() < minimumPerWeek;
  }
}
