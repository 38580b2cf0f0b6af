package dev.ebb.signal;

import dev.ebb.ledger.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The line as a whole is used less: calls both ways, messages and data, each against its own
 * baseline and weighed by how steady it is with this customer. What falls together is seen sooner
 * and more surely than any of it alone. The swing of the mean is that of the customer's own days,
 * so measures that move together count no more than they tell.
 *
 * <p>Evidence: {@code dropPercent}, {@code measures} (how many kinds of use are compared), {@code
 * regionPercent} (change of the whole region).
 *
 * @param windowDays 1 to 28
 * @param baselineDays 14 to 56
 * @param threshold share of the own baseline at which the strength is 0.5, in (0, 1)
 * @param sureAt standard deviations of the customer's own swing, as for {@link Fall}
 */
public record FallingUse(int windowDays, int baselineDays, double threshold, double sureAt)
    implements Detector {

  private static final List<Measure> MEASURES =
      List.of(Measure.VOICE_OUT, Measure.VOICE_IN, Measure.SMS_OUT, Measure.DATA);

  public FallingUse {
    Bounds.check("window", windowDays, 1, 28, "days");
    Bounds.check("baseline", baselineDays, 14, 56, "days");
    Bounds.checkShare("threshold", threshold);
    Bounds.checkDeviations("sure-at", sureAt);
  }

  @Override
  public String kind() {
    return "falling-use";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("dropPercent", "measures", "regionPercent");
  }

  @Override
  public int daysNeeded() {
    return windowDays + baselineDays;
  }

  @Override
  public Reading judge(Subject subject) {
    List<Comparison> uses = new ArrayList<>();
    for (Measure measure : MEASURES) {
      uses.add(subject.comparison(measure, windowDays, baselineDays));
    }
    uses.removeIf(Objects::isNull);
    return uses.isEmpty() ? Reading.NONE : reading(uses);
  }

  private Reading reading(List<Comparison> uses) {
    double[] weights = weights(uses);
    double ratio = 0;
    double region = 0;
    double days = 0;
    double daysBefore = 0;
    for (int i = 0; i < weights.length; i++) {
      Comparison use = uses.get(i);
      ratio += weights[i] * use.ratio();
      region += weights[i] * use.regionChange();
      days += weights[i] * use.window().days();
      daysBefore += weights[i] * use.baseline().days();
    }
    Course course = Course.mean(uses.stream().map(Comparison::course).toList(), weights);
    double strength =
        new FallGrade(threshold, sureAt)
            .forGrainOf(uses.get(0))
            .strength(ratio, course.variance(), days, daysBefore);
    boolean away = uses.stream().anyMatch(Comparison::away);
    return new Evidence()
        .percent("dropPercent", 1 - ratio)
        .number("measures", uses.size())
        .percent("regionPercent", region)
        .reading(FallGrade.unlessAway(away, strength), uses.stream().allMatch(Comparison::mature))
        .ofPeriod(uses.get(0).ofPeriods());
  }

  /** The steadier a measure, the more its fall tells. */
  private static double[] weights(List<Comparison> uses) {
    double[] precisions = new double[uses.size()];
    double all = 0;
    for (int i = 0; i < precisions.length; i++) {
      precisions[i] = 1 / uses.get(i).course().variance();
      all += precisions[i];
    }
    for (int i = 0; i < precisions.length; i++) {
      precisions[i] /= all;
    }
    return precisions;
  }
}
