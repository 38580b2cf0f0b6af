package dev.ebb.signal;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.ledger.RegionIndex;
import java.util.Set;

/**
 * The customer talks with fewer people than before, both ways: those who matter have another number
 * to call. Graded as a fall of the number of different people of the last {@code windowDays}
 * against as many days before: 0.5 at {@code threshold}; an alarm only as far as the fall is sure,
 * see {@link FallGrade}: a count of people strays by chance by its root. Where the whole region
 * talked less, the fall is held against that; and where the customer did, against the root of how
 * much less, since who talks half as much still meets most of the same few: that they talk less is
 * for other rules to say.
 *
 * <p>Evidence: {@code peopleBefore}, {@code peopleNow}, {@code dropPercent}, {@code withinDays}.
 *
 * @param windowDays 7 to 28
 * @param threshold share of the people before, in (0, 1)
 * @param sureAt standard deviations by which a fall is sure, 0.5 to 6
 * @param minimumPeople before which a change means nothing, 2 to 100
 */
public record ShrinkingCircle(int windowDays, double threshold, double sureAt, int minimumPeople)
    implements Detector {

  public ShrinkingCircle {
    Bounds.check("window", windowDays, 7, 28, "days");
    Bounds.checkShare("threshold", threshold);
    Bounds.checkDeviations("sure-at", sureAt);
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
    double held = Math.min(regionHeld(subject), Math.sqrt(talkHeld(subject)));
    double ratio = now / before / Math.min(1, held);
    return new Evidence()
        .number("peopleBefore", Math.round(before))
        .number("peopleNow", Math.round(now))
        .percent("dropPercent", 1 - now / before)
        .number("withinDays", windowDays)
        .reading(
            Grade.proven(
                Grade.fallTo(threshold).strength(ratio),
                new FallGrade(threshold, sureAt).strength(ratio, 1 / before, 1, 1)),
            Silence.isLong(history, Feed.USAGE, daysNeeded()));
  }

  private double talkHeld(Subject subject) {
    int today = subject.day();
    double now = talk(subject.history(), today - windowDays + 1, today);
    double before = talk(subject.history(), today - 2 * windowDays + 1, today - windowDays);
    return before <= 0 ? 1 : Math.max(now / before, BaseIndex.DOWN);
  }

  private static long talk(History history, int fromDay, int toDay) {
    return history.sum(Measure.VOICE_OUT, fromDay, toDay)
        + history.sum(Measure.VOICE_IN, fromDay, toDay);
  }

  private double regionHeld(Subject subject) {
    RegionIndex index = subject.regionIndex();
    int today = subject.day();
    double now = index.sum(today - windowDays + 1, today, Measure.VOICE_OUT);
    double before = index.sum(today - 2 * windowDays + 1, today - windowDays, Measure.VOICE_OUT);
    return before <= 0 ? 1 : Math.max(now / before, BaseIndex.DOWN);
  }
}
