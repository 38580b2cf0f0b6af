package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Profile;
import java.util.Set;

/**
 * The line is barred because a bill has not been paid. What is overdue the ledger cannot know, as
 * due dates are not on the feeds; so a {@code barred} event tells. Graded by the days overdue: 0.5
 * at {@code overdueDays}, 1 at four times that. Where the event does not say since when, barring
 * itself counts as {@code overdueDays}. A newer profile of an active customer ends it.
 *
 * <p>Evidence: {@code overdueDays}.
 *
 * @param overdueDays 1 to 90
 * @param forDays after so long it is a matter of debt collection, 1 to 180
 */
public record Arrears(int overdueDays, int forDays) implements Detector {

  private static final Set<Kind> BARRED = Set.of(Kind.BARRED);
  private static final Set<String> UNPAID = Set.of("", "arrears");

  public Arrears {
    Bounds.check("overdue", overdueDays, 1, 90, "days");
    Bounds.check("for", forDays, 1, CareLog.REACH_DAYS, "days");
  }

  @Override
  public String kind() {
    return "arrears";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("overdueDays");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    CareLog.Note barred = subject.care().newest(BARRED);
    if (barred == null
        || !UNPAID.contains(barred.attribute(Attributes.REASON))
        || isLifted(barred, subject.profile())) {
      return Reading.NONE;
    }
    double days = subject.hoursSince(barred.at()) / 24;
    if (days > forDays) {
      return Reading.NONE;
    }
    double stated = Attributes.number(barred, Attributes.OVERDUE_DAYS);
    double overdue = (stated >= 0 ? stated : overdueDays) + days;
    return new Evidence()
        .number("overdueDays", Math.floor(overdue))
        .reading(new Grade(0, overdueDays, 4.0 * overdueDays).strength(overdue), true);
  }

  private static boolean isLifted(CareLog.Note barred, Profile profile) {
    return profile != null
        && profile.at() > barred.at()
        && profile.status() == Profile.Status.ACTIVE;
  }
}
