package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import dev.ebb.signal.CareLog.Note;
import java.time.Duration;
import java.util.Set;

/**
 * All calls are forwarded to another operator's number, and it is no matter of an afternoon. The
 * strength is the lesser of two grades: how long it has been so, 0.5 at {@code keptHours} and 1 at
 * three times that, and how fresh it is, 0.5 at {@code forDays} and 0 at one and a half times that.
 * The newest forwarding event decides: any other kind of forwarding ends this one.
 *
 * <p>Evidence: {@code keptHours}.
 *
 * @param keptHours 1 to 168
 * @param forDays 2 to 90 and longer than {@code keptHours}
 */
public record Forwarding(int keptHours, int forDays) implements Detector {

  private static final Set<Kind> SET = Set.of(Kind.FORWARDING_SET);

  public Forwarding {
    Bounds.check("kept", keptHours, 1, 168, "hours");
    Bounds.check("for", forDays, 2, 90, "days");
    if (forDays * 24 <= keptHours) {
      throw new IllegalArgumentException(
          "for must be longer than kept (%d hours) but was %d days".formatted(keptHours, forDays));
    }
  }

  @Override
  public String kind() {
    return "forwarding";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("keptHours");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public long alarmAt(Subject subject) {
    Note first = first(subject.care());
    return first == null ? Long.MAX_VALUE : first.at() + Duration.ofHours(keptHours).toMillis();
  }

  @Override
  public Reading judge(Subject subject) {
    Note first = first(subject.care());
    if (first == null) {
      return Reading.NONE;
    }
    double hours = subject.hoursSince(first.at());
    double kept = new Grade(0, keptHours, 3.0 * keptHours).strength(hours);
    double fresh = new Grade(1.5 * forDays, forDays, 0).strength(hours / 24);
    return new Evidence()
        .number("keptHours", Math.floor(hours))
        .reading(Math.min(kept, fresh), true);
  }

  /** Since when calls have gone elsewhere without a break, or null if they do not. */
  private static Note first(CareLog care) {
    Note first = null;
    for (Note next : care.of(SET).toList()) {
      first = isElsewhere(next) ? (first == null ? next : first) : null;
    }
    return first;
  }

  private static boolean isElsewhere(Note note) {
    return note.attribute(Attributes.CONDITION).equals("unconditional")
        && note.attribute(Attributes.NETWORK).equals("off-net");
  }
}
