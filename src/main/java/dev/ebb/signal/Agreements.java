package dev.ebb.signal;

import dev.ebb.event.Care;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Which agreement of a customer comes to an end. */
final class Agreements {

  private static final Set<AgreementKind> OF_PLANS =
      Set.of(AgreementKind.CONTRACT, AgreementKind.DISCOUNT);
  private static final Set<Care.Kind> RENEWAL = Set.of(Care.Kind.PLAN_RENEWED);

  private Agreements() {}

  /**
   * The agreement whose end is nearest to the judged day, of those with an end that matters: of
   * each kind only the last one to end counts, since an earlier one has been renewed by it, and a
   * kind with an agreement that renews itself does not count at all. Nor does a plan's where the
   * customer has renewed it since the profile was written.
   *
   * @param phase which days left to look at
   */
  static Optional<Agreement> nearestEnd(
      Subject subject, Set<AgreementKind> kinds, IntPredicate phase) {
    Profile profile = subject.profile();
    if (profile == null) {
      return Optional.empty();
    }
    boolean renewed = isRenewedSince(profile, subject.care());
    return kinds.stream()
        .filter(kind -> !(renewed && OF_PLANS.contains(kind)))
        .flatMap(kind -> last(profile, kind).stream())
        .filter(agreement -> phase.test(daysLeft(subject, agreement)))
        .min(
            Comparator.comparingInt((Agreement a) -> Math.abs(daysLeft(subject, a)))
                .thenComparing(Agreement::kind));
  }

  private static boolean isRenewedSince(Profile profile, CareLog care) {
    CareLog.Note renewal = care.newest(RENEWAL);
    return renewal != null && renewal.at() > profile.at();
  }

  private static Optional<Agreement> last(Profile profile, AgreementKind kind) {
    boolean renewsItself =
        profile.agreements().stream().anyMatch(a -> a.kind() == kind && a.autoRenews());
    return renewsItself
        ? Optional.empty()
        : profile.agreements().stream()
            .filter(a -> a.kind() == kind && a.endsOn() != null)
            .max(Comparator.comparing(Agreement::endsOn));
  }

  /** Whole days that remain after the judged day, the agreement's last day included. */
  static int daysLeft(Subject subject, Agreement agreement) {
    return Math.toIntExact(agreement.endsOn().toEpochDay() - subject.day());
  }

  /** A name of evidence that starts with the agreement's kind, such as {@code deviceDaysLeft}. */
  static String named(Agreement agreement, String suffix) {
    return agreement.kind().name().toLowerCase(Locale.ROOT) + suffix;
  }
}
