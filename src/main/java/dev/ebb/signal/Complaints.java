package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The customer has complained again and again. Complaints are weighed and added up: the strength
 * grows with the sum, 0.5 at {@code count} and 1 at twice that. Resolved ones count too: who had to
 * ask twice remembers it.
 *
 * <p>Evidence: {@code complaintCount} (disputes among them), {@code disputeCount}, {@code
 * withinDays}.
 *
 * @param count weighed complaints at which the strength is 0.5, 1 to 20
 * @param withinDays 1 to 180
 * @param disputeWeighs weight of a dispute over a bill beside a complaint's 1, 1 to 10
 */
public record Complaints(double count, int withinDays, double disputeWeighs) implements Detector {

  static final Set<Kind> KINDS = EnumSet.of(Kind.COMPLAINT, Kind.DISPUTE);

  public Complaints {
    if (!(count >= 1 && count <= 20)) {
      throw new IllegalArgumentException(
          "count must be at least 1 and at most 20 but was " + count);
    }
    Bounds.check("within", withinDays, 1, CareLog.REACH_DAYS, "days");
    if (!(disputeWeighs >= 1 && disputeWeighs <= 10)) {
      throw new IllegalArgumentException(
          "dispute-weighs must be at least 1 and at most 10 but was " + disputeWeighs);
    }
  }

  @Override
  public String kind() {
    return "complaints";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("complaintCount", "disputeCount", "withinDays");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    long since = subject.at() - Duration.ofDays(withinDays).toMillis();
    List<CareLog.Note> recent = subject.care().of(KINDS).filter(note -> note.at() > since).toList();
    long disputes = recent.stream().filter(note -> note.care().kind() == Kind.DISPUTE).count();
    double sum = recent.size() - disputes + disputes * disputeWeighs;
    return new Evidence()
        .number("complaintCount", recent.size())
        .number("disputeCount", disputes)
        .number("withinDays", withinDays)
        .reading(new Grade(0, count, 2 * count).strength(sum), true);
  }
}
