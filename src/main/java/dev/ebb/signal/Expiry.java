package dev.ebb.signal;

import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import java.util.Set;

/**
 * An agreement ends soon and has not been renewed; then the customer is free to go. The strength is
 * 0 at one and a half times {@code fromDays} before the end, 0.5 at {@code fromDays} and would be 1
 * at the end itself; nearer to the end than {@code toDays} this phase is over and another rule's
 * begins. A phase that had begun before the customer was first judged is not mature: else the first
 * day of the job would be one for everybody whose agreement ends this month.
 *
 * <p>Evidence: {@code daysLeft} (the agreement's last day included), and the same number under the
 * name of what ends: {@code contractDaysLeft}, {@code discountDaysLeft}, {@code deviceDaysLeft} or
 * {@code pointsDaysLeft}.
 *
 * @param kinds which agreements are watched
 * @param fromDays days left at which the phase begins, 1 to 365
 * @param toDays days left with which it ends, 1 to {@code fromDays}
 */
public record Expiry(Set<AgreementKind> kinds, int fromDays, int toDays) implements Detector {

  public Expiry {
    kinds = Bounds.checkKinds(kinds);
    Bounds.check("from", fromDays, 1, 365, "days");
    Bounds.check("to", toDays, 1, fromDays, "days");
  }

  @Override
  public String kind() {
    return "expiry";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("daysLeft");
  }

  @Override
  public boolean readsProfileOnly() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    return Agreements.nearestEnd(subject, kinds, daysLeft -> daysLeft >= toDays)
        .map(agreement -> reading(subject, agreement))
        .orElse(Reading.NONE);
  }

  private Reading reading(Subject subject, Agreement agreement) {
    int daysLeft = Agreements.daysLeft(subject, agreement);
    int phaseBegins = subject.day() + daysLeft - fromDays;
    return new Evidence()
        .number("daysLeft", daysLeft)
        .number(Agreements.named(agreement, "DaysLeft"), daysLeft)
        .reading(
            new Grade(1.5 * fromDays, fromDays, 0).strength(daysLeft),
            phaseBegins >= subject.watchedSince());
  }
}
