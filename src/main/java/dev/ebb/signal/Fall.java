package dev.ebb.signal;

import dev.ebb.ledger.Measure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A customer uses much less than they used to: the window against the baseline before it, both
 * judged by the base index. Records of weeks or months are compared by the period, the last one
 * with the two or three before it, and that reading holds until the next period ends. A fall from
 * less than the minimum is graded by how much less, and is no alarm.
 *
 * <p>Evidence: {@code dropPercent}, {@code windowX}, {@code baselineX} (scaled to the window) and
 * {@code regionPercent} (change of the whole region), X being Minutes, Megabytes or Messages.
 *
 * @param measure outgoing or incoming voice, data or sent messages
 * @param windowDays 1 to 28
 * @param baselineDays 7 to 56
 * @param threshold share of the own baseline at which the strength is 0.5, in (0, 1)
 * @param sureAt standard deviations of the customer's own swing that a fall must have for an alarm,
 *     0.5 to 6
 * @param minimumPerWeek baseline from which on a fall means anything, in the measure's unit
 */
public record Fall(
    Measure measure,
    int windowDays,
    int baselineDays,
    double threshold,
    double sureAt,
    long minimumPerWeek)
    implements Detector {
  private static final Map<Measure, String> KINDS =
      new EnumMap<>(
          Map.of(
              Measure.VOICE_OUT, "falling-mou",
              Measure.VOICE_IN, "falling-incoming",
              Measure.DATA, "falling-data",
              Measure.SMS_OUT, "falling-sms"));

  public Fall {
    Bounds.check("window", windowDays, 1, 28, "days");
    Bounds.check("baseline", baselineDays, 7, 56, "days");
    Bounds.checkShare("threshold", threshold);
    Bounds.checkDeviations("sure-at", sureAt);
    Bounds.check("minimum-per-week", minimumPerWeek, 1, Long.MAX_VALUE, "");
    if (!KINDS.containsKey(measure)) {
      throw new IllegalArgumentException(
          "measure must be one of " + KINDS.keySet() + " but was " + measure);
    }
  }

  @Override
  public String kind() {
    return KINDS.get(measure);
  }

  @Override
  public Set<String> evidenceNames() {
    Unit unit = Unit.of(measure);
    return Set.of("dropPercent", unit.named("window"), unit.named("baseline"), "regionPercent");
  }

  @Override
  public int daysNeeded() {
    return windowDays + baselineDays;
  }

  @Override
  public Reading judge(Subject subject) {
    Comparison use = subject.comparison(measure, windowDays, baselineDays);
    if (use == null) {
      return Reading.NONE;
    }
    Unit unit = Unit.of(measure);
    return new Evidence()
        .percent("dropPercent", use.drop())
        .number(unit.named("window"), unit.in(use.window().amount()))
        .number(unit.named("baseline"), unit.in(use.usual()))
        .percent("regionPercent", use.regionChange())
        .reading(strength(use), use.mature())
        .ofPeriod(use.ofPeriods());
  }

  private double strength(Comparison use) {
    double strength = new FallGrade(threshold, sureAt).strength(use);
    double enough = use.basePerWeek() / minimumPerWeek;
    return enough >= 1 ? strength : Math.min(FallGrade.NO_ALARM, strength * enough);
  }
}
