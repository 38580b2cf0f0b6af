package dev.ebb.signal;

import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Closeness;
import java.util.Set;

/**
 * Somebody close to the customer, a customer too, has left: friends and families like to be on one
 * network. Close are the {@code closest} people with whom they talked on most of the last 56 days,
 * on {@code metDays} of them at least. Of those who left the strongest counts: the lesser of how
 * close they were, 0.5 at {@code metDays} and 1 at 56 days, and how fresh it is, 0.5 after {@code
 * forDays} and 0 after one and a half times that.
 *
 * <p>Evidence: {@code metDays}, {@code daysAgo}.
 *
 * @param closest 1 to 8
 * @param metDays 2 to 28
 * @param forDays 1 to 60
 */
public record ContactLeft(int closest, int metDays, int forDays) implements Detector {

  private static final int CIRCLE_DAYS = 56;

  public ContactLeft {
    Bounds.check("closest", closest, 1, 8, "");
    Bounds.check("met", metDays, 2, 28, "days");
    Bounds.check("for", forDays, 1, 60, "days");
  }

  @Override
  public String kind() {
    return "contact-left";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("metDays", "daysAgo");
  }

  @Override
  public int daysNeeded() {
    return CIRCLE_DAYS;
  }

  @Override
  public Reading judge(Subject subject) {
    Reading strongest = Reading.NONE;
    for (Closeness other : subject.history().closest().stream().limit(closest).toList()) {
      int left = subject.index().leftOn(other.person());
      if (left != BaseIndex.STILL_HERE && left <= subject.day()) {
        Reading reading = reading(other.days(), subject.day() - left);
        strongest = reading.strength() > strongest.strength() ? reading : strongest;
      }
    }
    return strongest;
  }

  private Reading reading(int met, int daysAgo) {
    double close = new Grade(0, metDays, CIRCLE_DAYS).strength(met);
    double fresh = new Grade(1.5 * forDays, forDays, -forDays).strength(daysAgo);
    return new Evidence()
        .number("metDays", met)
        .number("daysAgo", daysAgo)
        .reading(Math.min(close, fresh), true);
  }
}
