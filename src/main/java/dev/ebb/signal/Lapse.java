package dev.ebb.signal;

import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import java.util.Set;

/**
 * An agreement has ended without a renewal: whoever stays, stays from habit. The strength is
 * highest on the first day, 0.5 after {@code forDays} and 0 after one and a half times that: who is
 * still here then is no longer leaving because of it. What had lapsed before the customer was first
 * judged is not mature: else the first day of the job would be one for all of them.
 *
 * <p>Evidence: {@code daysWithout} (1 on the first day without the agreement), and the same number
 * under the name of what ended: {@code contractDaysWithout} and so on.
 *
 * @param kinds which agreements are watched
 * @param forDays 1 to 365
 */
public record Lapse(Set<AgreementKind> kinds, int forDays) implements Detector {

  public Lapse {
    kinds = Bounds.checkKinds(kinds);
    Bounds.check("for", forDays, 1, 365, "days");
  }

  @Override
  public String kind() {
    return "lapse";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("daysWithout");
  }

  @Override
  public boolean readsProfileOnly() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    return Agreements.nearestEnd(subject, kinds, daysLeft -> daysLeft <= 0)
        .map(agreement -> reading(subject, agreement))
        .orElse(Reading.NONE);
  }

  private Reading reading(Subject subject, Agreement agreement) {
    int daysWithout = 1 - Agreements.daysLeft(subject, agreement);
    int lapsedOn = subject.day() - daysWithout + 1;
    return new Evidence()
        .number("daysWithout", daysWithout)
        .number(Agreements.named(agreement, "DaysWithout"), daysWithout)
        .reading(
            new Grade(1.5 * forDays, forDays, 0).strength(daysWithout),
            lapsedOn >= subject.watchedSince());
  }
}
