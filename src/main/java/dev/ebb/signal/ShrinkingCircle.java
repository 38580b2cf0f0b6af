package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.util.Set;

/**
 * The customer talks with fewer people than before, both ways: those who matter have another number
 * to call. Graded as a fall of the number of different people of the last {@code windowDays}
 * against as many days before: 0.5 at {@code threshold}. Both numbers are estimates of a few
 * percent. Where the whole region talked less, the fall is held against that.
 *
 * <p>Evidence: {@code peopleBefore}, {@code peopleNow}, {@code dropPercent}, {@code withinDays}.
 *
 * @param windowDays 7 to 28
 * @param threshold share of the people before, in (0, 1)
 * @param minimumPeople before which a change means nothing, 2 to 100
 */
public record ShrinkingCircle(int windowDays, double threshold, int minimumPeople)
    implements Detector {

  public ShrinkingCircle {
    Bounds.check("window", windowDays, 7, 28, "days");
    Bounds.checkShare("threshold", threshold);
    Bounds.check("minimum-people", minimumPeople, 2, 100, "");
  }

  @Override
  public String kind() {
    return "shrinking-circle";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("peopleBefore", "peopleNow", "dropPercent", "withinDays");
  }

  @Override
  public int daysNeeded() {
    return 2 * windowDays;
  }

  @Override
  public Reading judge(Subject subject) {
    History history = subject.history();
    int today = history.lastDay();
    double before = history.people(today - 2 * windowDays + 1, today - windowDays);
    if (before < minimumPeople || history.grain(Feed.USAGE) != Spread.NONE) {
      return Reading.NONE;
    }
    double now = history.people(today - windowDays + 1, today);
    double ratio = now / before / Math.min(1, regionHeld(subject));
    return new Evidence()
        .number("peopleBefore", Math.round(before))
        .number("peopleNow", Math.round(now))
        .percent("dropPercent", 1 - now / before)
        .number("withinDays", windowDays)
        .reading(
            Grade.fallTo(threshold).strength(ratio),
            Silence.isLong(history, Feed.USAGE, daysNeeded()));
  }

  private double regionHeld(Subject subject) {
    BaseIndex index = subject.index();
    int today = subject.day();
    double now = index.sum(subject.region(), today - windowDays + 1, today, Measure.VOICE_OUT);
    double before =
        index.sum(
            subject.region(), today - 2 * windowDays + 1, today - windowDays, Measure.VOICE_OUT);
    return before <= 0 ? 1 : Math.max(now / before, BaseIndex.DOWN);
  }
}
