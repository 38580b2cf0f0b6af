package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import dev.ebb.signal.CareLog.Note;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A complaint has been open for long. Graded by the hours since the oldest open one: 0.5 at {@code
 * openForHours}, 1 at three times that. A {@code resolved} event closes the complaints with its
 * ticket, or without a ticket all that came before it.
 *
 * <p>Evidence: {@code openHours} of the oldest, {@code openCount}.
 *
 * @param openForHours 1 to 720
 * @param withinDays older complaints count as done with, since few feeds tell the end of each; 1 to
 *     180 and longer than {@code openForHours}
 */
public record OpenComplaint(int openForHours, int withinDays) implements Detector {

  private static final Set<Kind> RESOLVED = Set.of(Kind.RESOLVED);

  public OpenComplaint {
    Bounds.check("open-for", openForHours, 1, 720, "hours");
    Bounds.check("within", withinDays, 1, CareLog.REACH_DAYS, "days");
    if (withinDays * 24 <= openForHours) {
      throw new IllegalArgumentException(
          "within must be longer than open-for (%d hours) but was %d days"
              .formatted(openForHours, withinDays));
    }
  }

  @Override
  public String kind() {
    return "open-complaint";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("openHours", "openCount");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public long alarmAt(Subject subject) {
    List<Note> open = open(subject);
    return open.isEmpty()
        ? Long.MAX_VALUE
        : open.get(0).at() + Duration.ofHours(openForHours).toMillis();
  }

  @Override
  public Reading judge(Subject subject) {
    List<Note> open = open(subject);
    if (open.isEmpty()) {
      return Reading.NONE;
    }
    double hours = subject.hoursSince(open.get(0).at());
    return new Evidence()
        .number("openHours", Math.floor(hours))
        .number("openCount", open.size())
        .reading(new Grade(0, openForHours, 3.0 * openForHours).strength(hours), true);
  }

  /** The oldest first. */
  private List<Note> open(Subject subject) {
    long since = subject.at() - Duration.ofDays(withinDays).toMillis();
    return subject
        .care()
        .of(Complaints.KINDS)
        .filter(note -> note.at() > since && !isResolved(note, subject.care()))
        .toList();
  }

  private static boolean isResolved(Note complaint, CareLog care) {
    String ticket = complaint.attribute(Attributes.TICKET);
    return care.of(RESOLVED)
        .filter(resolved -> resolved.at() >= complaint.at())
        .map(resolved -> resolved.attribute(Attributes.TICKET))
        .anyMatch(resolved -> resolved.isEmpty() || resolved.equals(ticket));
  }
}
