package dev.ebb.signal;

import dev.ebb.ledger.History;
import java.util.Set;

/**
 * The customer no longer lives in the home region: on most days the line is only used elsewhere,
 * abroad counting as elsewhere, though it was used at home before. Graded by such days within
 * {@code withinDays}: 0.5 at {@code awayDays}, 0 at a third of it, 1 where there was no other day.
 * A new home region in the profile ends it as its days come in.
 *
 * <p>Evidence: {@code awayDays}, {@code withinDays}.
 *
 * @param awayDays 3 to 27 and less than {@code withinDays}
 * @param withinDays 4 to 28
 * @param homeDays seen at home before, as far back as the ring reaches, 1 to 60: who never was
 *     there has not left
 */
public record LeftArea(int awayDays, int withinDays, int homeDays) implements Detector {

  public LeftArea {
    Bounds.check("within", withinDays, 4, 28, "days");
    Bounds.check("away", awayDays, 3, withinDays - 1, "days");
    Bounds.check("home-before", homeDays, 1, 60, "days");
  }

  @Override
  public String kind() {
    return "left-area";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("awayDays", "withinDays");
  }

  @Override
  public int daysNeeded() {
    return withinDays;
  }

  @Override
  public Reading judge(Subject subject) {
    History history = subject.history();
    int today = history.lastDay();
    int from = today - withinDays + 1;
    if (history.daysAtHome(today - history.depth() + 1, from - 1) < homeDays) {
      return Reading.NONE;
    }
    double away = history.daysAway(from, today);
    return new Evidence()
        .number("awayDays", away)
        .number("withinDays", withinDays)
        .reading(new Grade(awayDays / 3.0, awayDays, withinDays).strength(away), true);
  }
}
