package dev.ebb.signal;

import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Closeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * People close to the customer, customers too, have left: friends and families like to be on one
 * network. Close are the {@code closest} people with whom they talked on most of the last 56 days.
 * The strength is the lesser of two grades: how close those who left were, 0.5 where they were met
 * on {@code metDays} and 1 on 56 days, and how fresh it is, 0.5 after {@code forDays} and 0 after
 * one and a half times that. One friend's leaving is followed by few, so an alarm needs one of
 * these as well:
 *
 * <ul>
 *   <li>much company went with them, graded 0.5 where the days on which they were met are {@code
 *       share} of those of all who are close, and 1 where nobody close is left;
 *   <li>the line is used less, this week against the four before, graded as by {@link FallingUse}.
 * </ul>
 *
 * Of several who left, the newest so many count of whom this is strongest.
 *
 * <p>Evidence: {@code leftCount}, {@code metDays} of them together, {@code sharePercent}, {@code
 * daysAgo} of the earliest of them, 1 on the day itself.
 *
 * @param closest 1 to 8
 * @param metDays 2 to 28
 * @param share in (0, 1)
 * @param forDays 1 to 60
 * @param useBelow share of the own baseline at which the use's strength is 0.5, in (0, 1)
 * @param sureAt standard deviations of the own swing by which that fall is sure, 0.5 to 6
 */
public record ContactLeft(
    int closest, int metDays, double share, int forDays, double useBelow, double sureAt)
    implements Detector {

  private static final int CIRCLE_DAYS = 56;

  public ContactLeft {
    Bounds.check("closest", closest, 1, 8, "");
    Bounds.check("met", metDays, 2, 28, "days");
    Bounds.checkShare("share", share);
    Bounds.check("for", forDays, 1, 60, "days");
    Bounds.checkShare("use-below", useBelow);
    Bounds.checkDeviations("sure-at", sureAt);
  }

  /** Somebody close who has left. */
  private record Gone(int metDays, int daysAgo) {}

  @Override
  public String kind() {
    return "contact-left";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("leftCount", "metDays", "sharePercent", "daysAgo");
  }

  @Override
  public int daysNeeded() {
    return CIRCLE_DAYS;
  }

  @Override
  public Reading judge(Subject subject) {
    if (subject.history().acquaintances().noneMatch(person -> hasLeft(person, subject))) {
      return Reading.NONE;
    }
    List<Closeness> close = subject.history().closest().stream().limit(closest).toList();
    List<Gone> gone = gone(close, subject);
    if (gone.isEmpty()) {
      return Reading.NONE;
    }
    int all = close.stream().mapToInt(Closeness::days).sum();
    Reading fallen = new FallingUse(7, 28, useBelow, sureAt).judge(subject);
    Reading strongest = Reading.NONE;
    for (Gone last : gone) {
      List<Gone> since = gone.stream().filter(it -> it.daysAgo <= last.daysAgo).toList();
      Reading reading = reading(since, last.daysAgo, all, fallen);
      strongest = reading.strength() > strongest.strength() ? reading : strongest;
    }
    return strongest;
  }

  private static List<Gone> gone(List<Closeness> close, Subject subject) {
    List<Gone> gone = new ArrayList<>();
    for (Closeness other : close) {
      if (hasLeft(other.person(), subject)) {
        int left = subject.index().leftOn(other.person());
        gone.add(new Gone(other.days(), subject.day() - left));
      }
    }
    return gone;
  }

  private static boolean hasLeft(long person, Subject subject) {
    int left = subject.index().leftOn(person);
    return left != BaseIndex.STILL_HERE && left <= subject.day();
  }

  private Reading reading(List<Gone> gone, int daysAgo, int metWithAll, Reading fallen) {
    int met = gone.stream().mapToInt(Gone::metDays).sum();
    double lost = (double) met / metWithAll;
    double close = new Grade(0, metDays, CIRCLE_DAYS).strength(met);
    double fresh = new Grade(1.5 * forDays, forDays, -forDays).strength(daysAgo);
    double company = new Grade(0, share, 1).strength(lost);
    double moved = Math.max(company, fallen.strength());
    boolean suffices = company >= Math.min(moved, Reading.THRESHOLD);
    return new Evidence()
        .number("leftCount", gone.size())
        .number("metDays", met)
        .percent("sharePercent", lost)
        .number("daysAgo", daysAgo + 1.0)
        .reading(Grade.proven(Math.min(close, fresh), moved), suffices || fallen.mature());
  }
}
