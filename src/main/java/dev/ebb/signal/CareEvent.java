package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something was said or done that speaks for itself. The strength is 1 at that instant, 0.5 after
 * {@code forDays} and 0 after one and a half times that; it is 0 as soon as something of {@code
 * endedBy} has followed.
 *
 * <p>Evidence: {@code hoursAgo} of the newest such event, {@code timesCount} of them in {@code
 * forDays}.
 *
 * @param kinds what is listened for
 * @param endedBy what takes it back; may be empty
 * @param forDays 1 to 90
 */
public record CareEvent(Set<Kind> kinds, Set<Kind> endedBy, int forDays) implements Detector {

  public CareEvent {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("events must name at least one kind");
    }
    kinds = inOrder(kinds);
    endedBy = inOrder(endedBy);
    if (!Collections.disjoint(kinds, endedBy)) {
      throw new IllegalArgumentException("ended-by must name other kinds than events");
    }
    Bounds.check("for", forDays, 1, 90, "days");
  }

  /** In one order everywhere, so that the same rules have the same digest. */
  private static Set<Kind> inOrder(Set<Kind> kinds) {
    Set<Kind> ordered = EnumSet.noneOf(Kind.class);
    ordered.addAll(kinds);
    return Collections.unmodifiableSet(ordered);
  }

  @Override
  public String kind() {
    return "care-event";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("hoursAgo", "timesCount");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    CareLog.Note newest = subject.care().newest(kinds);
    CareLog.Note end = subject.care().newest(endedBy);
    if (newest == null || (end != null && end.at() >= newest.at())) {
      return Reading.NONE;
    }
    double days = subject.hoursSince(newest.at()) / 24;
    long since = subject.at() - Duration.ofDays(forDays).toMillis();
    long times = subject.care().of(kinds).filter(note -> note.at() > since).count();
    return new Evidence()
        .number("hoursAgo", Math.floor(24 * days))
        .number("timesCount", times)
        .reading(new Grade(1.5 * forDays, forDays, 0).strength(days), true);
  }
}
