package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import dev.ebb.ledger.Measure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The customer's own line has been bad on several days: faults or dropped calls that belong to no
 * area incident, on days on which the region's use was not down. Graded by such days: 0.5 at {@code
 * badDays}, 1 at twice that.
 *
 * <p>Evidence: {@code badDays}, {@code withinDays}.
 *
 * @param badDays 1 to 14
 * @param withinDays calendar days up to today, {@code badDays} to 28
 */
public record NetworkTrouble(int badDays, int withinDays) implements Detector {

  private static final Set<Kind> TROUBLE = EnumSet.of(Kind.FAULT, Kind.DROPPED_CALL);
  private static final List<Measure> USE = List.of(Measure.VOICE_OUT, Measure.DATA);

  public NetworkTrouble {
    Bounds.check("bad-days", badDays, 1, 14, "days");
    Bounds.check("within", withinDays, badDays, 28, "days");
  }

  @Override
  public String kind() {
    return "network-trouble";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("badDays", "withinDays");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public Reading judge(Subject subject) {
    int today = subject.dayOf(subject.at());
    long bad =
        subject
            .care()
            .of(TROUBLE)
            .filter(note -> !Attributes.isOfAnIncident(note))
            .mapToInt(note -> subject.dayOf(note.at()))
            .filter(day -> day > today - withinDays && !Silence.isDown(subject, day, USE))
            .distinct()
            .count();
    return new Evidence()
        .number("badDays", bad)
        .number("withinDays", withinDays)
        .reading(new Grade(0, badDays, 2 * badDays).strength(bad), true);
  }
}
