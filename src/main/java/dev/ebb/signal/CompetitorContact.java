package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Profile;
import dev.ebb.signal.CareLog.Note;
import java.time.Duration;
import java.util.Set;

/**
 * The customer has called or written to a competitor's numbers again and again. Graded by the
 * contacts: 0.5 at {@code count}, 1 at twice that. Only of customers whose profile is known and
 * does not opt out: whom somebody calls is nobody's business without their consent.
 *
 * <p>Evidence: {@code contactCount}, {@code withinDays}.
 *
 * @param count 1 to 20
 * @param withinDays 1 to 90
 */
public record CompetitorContact(int count, int withinDays) implements Detector {

  private static final Set<Kind> CONTACT = Set.of(Kind.COMPETITOR_CONTACT);

  public CompetitorContact {
    Bounds.check("count", count, 1, 20, "");
    Bounds.check("within", withinDays, 1, 90, "days");
  }

  @Override
  public String kind() {
    return "competitor-contact";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("contactCount", "withinDays");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    if (!hasConsent(subject.profile())) {
      return Reading.NONE;
    }
    long since = subject.at() - Duration.ofDays(withinDays).toMillis();
    long contacts =
        subject.care().of(CONTACT).filter(note -> note.at() > since).mapToLong(Note::times).sum();
    return new Evidence()
        .number("contactCount", contacts)
        .number("withinDays", withinDays)
        .reading(new Grade(0, count, 2 * count).strength(contacts), true);
  }

  private static boolean hasConsent(Profile profile) {
    return profile != null && (profile.contact() == null || !profile.contact().optOut());
  }
}
