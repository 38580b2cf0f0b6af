package dev.ebb.signal;

import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import java.util.Set;

/**
 * The customer has chosen a cheaper plan. The strength is the lesser of two grades: how much the
 * monthly fee fell, 0.5 at {@code threshold} and 1 at all of it, and how fresh it is, 0.5 at {@code
 * forDays} and 0 at one and a half times that. The newest change of plan decides; one that staff
 * made is none.
 *
 * <p>Evidence: {@code dropPercent}, {@code oldFeeMajor}, {@code newFeeMajor} (major units of the
 * operator's currency a month), {@code daysAgo}.
 *
 * @param threshold share of the fee that was saved, in (0, 1)
 * @param forDays 1 to 90
 * @param minorPerMajor minor units in a major unit of the currency, 1 to 10,000
 */
public record Downgrade(double threshold, int forDays, int minorPerMajor) implements Detector {

  private static final Set<Kind> CHANGED = Set.of(Kind.PLAN_CHANGED);

  public Downgrade {
    Bounds.checkShare("threshold", threshold);
    Bounds.check("for", forDays, 1, 90, "days");
    Bounds.check("minorPerMajor", minorPerMajor, 1, 10_000, "");
  }

  @Override
  public String kind() {
    return "downgrade";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("dropPercent", "oldFeeMajor", "newFeeMajor", "daysAgo");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    CareLog.Note change = subject.care().newest(CHANGED);
    if (change == null || change.care().source() != Care.Source.CUSTOMER) {
      return Reading.NONE;
    }
    double before = Attributes.number(change, Attributes.OLD_FEE);
    double after = Attributes.number(change, Attributes.NEW_FEE);
    if (!(before > 0 && after >= 0 && after < before)) {
      return Reading.NONE;
    }
    double drop = 1 - after / before;
    double days = subject.hoursSince(change.at()) / 24;
    double fresh = new Grade(1.5 * forDays, forDays, 0).strength(days);
    return new Evidence()
        .percent("dropPercent", drop)
        .number("oldFeeMajor", before / minorPerMajor)
        .number("newFeeMajor", after / minorPerMajor)
        .number("daysAgo", Math.floor(days))
        .reading(Math.min(new Grade(0, threshold, 1).strength(drop), fresh), true);
  }
}
