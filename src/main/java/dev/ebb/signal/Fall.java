package dev.ebb.signal;

import dev.ebb.ledger.Measure;
import java.util.Set;

/**
 * A customer uses much less than they used to: the window against the baseline before it, both
 * judged by the base index. Records of weeks or months are compared by the period, the last one
 * with the two or three before it, and that reading holds until the next period ends.
 *
 * <p>Evidence: {@code dropPercent}, {@code windowX}, {@code baselineX} (scaled to the window) and
 * {@code regionPercent} (change of the whole region), X being Minutes, Megabytes or Messages.
 *
 * @param measure outgoing voice, data or sent messages
 * @param windowDays 1 to 28
 * @param baselineDays 7 to 56
 * @param threshold share of the own baseline at which the strength is 0.5, in (0, 1)
 * @param minimumPerWeek baseline from which on a fall means anything, in the measure's unit
 */
public record Fall(
    Measure measure, int windowDays, int baselineDays, double threshold, long minimumPerWeek)
    implements Detector {

  public Fall {
    Bounds.check("window", windowDays, 1, 28, "days");
    Bounds.check("baseline", baselineDays, 7, 56, "days");
    Bounds.checkShare("threshold", threshold);
    Bounds.check("minimum-per-week", minimumPerWeek, 1, Long.MAX_VALUE, "");
    if (measure != Measure.VOICE_OUT && measure != Measure.DATA && measure != Measure.SMS_OUT) {
      throw new IllegalArgumentException(
          "measure must be VOICE_OUT, DATA or SMS_OUT but was " + measure);
    }
  }

  @Override
  public String kind() {
    return switch (measure) {
      case DATA -> "falling-data";
      case SMS_OUT -> "falling-sms";
      default -> "falling-mou";
    };
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
    Comparison use = Comparison.of(subject, measure, windowDays, baselineDays);
    if (use == null || use.basePerWeek() < minimumPerWeek) {
      return Reading.NONE;
    }
    Unit unit = Unit.of(measure);
    return new Evidence()
        .percent("dropPercent", use.drop())
        .number(unit.named("window"), unit.in(use.window().amount()))
        .number(unit.named("baseline"), unit.in(use.usual()))
        .percent("regionPercent", use.regionChange())
        .reading(Grade.fallTo(threshold).strength(use.ratio()), use.mature())
        .ofPeriod(use.ofPeriods());
  }
}
