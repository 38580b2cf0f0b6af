package dev.ebb.signal;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The line is barred because a bill has not been paid. What is overdue the ledger cannot know, as
 * due dates are not on the feeds; so a {@code barred} event tells. Graded by the days overdue, 0.5
 * at {@code overdueDays} and 1 at four times that; an alarm only where the line has stayed barred
 * as well, graded 0.5 at {@code keptHours} and 1 at four times that. Who was barred before and paid
 * is waited for once longer for each such time. Where the event does not say since when, barring
 * itself counts as {@code overdueDays}. A newer profile of an active customer ends it. What is said
 * again within two weeks, with no such profile in between, is the same barring: it counts from when
 * it was first said.
 *
 * <p>Evidence: {@code overdueDays}, {@code barredDays}.
 *
 * @param overdueDays 1 to 90
 * @param keptHours 1 to 720
 * @param forDays after so long it is a matter of debt collection, 1 to 180
 */
public record Arrears(int overdueDays, int keptHours, int forDays) implements Detector {

  private static final Set<Kind> BARRED = Set.of(Kind.BARRED);
  private static final double HOUR_MILLIS = 3_600_000;

  /** Shorter than from one bill to the next. */
  private static final long REPEATED_MILLIS = Duration.ofDays(14).toMillis();

  private static final Set<String> UNPAID = Set.of("", "arrears");

  public Arrears {
    Bounds.check("overdue", overdueDays, 1, 90, "days");
    Bounds.check("kept", keptHours, 1, 720, "hours");
    Bounds.check("for", forDays, 1, CareLog.REACH_DAYS, "days");
    if (forDays * 24 <= keptHours) {
      throw new IllegalArgumentException(
          "for must be longer than kept (%d hours) but was %d days".formatted(keptHours, forDays));
    }
  }

  @Override
  public String kind() {
    return "arrears";
  }

  @Override
  public Set<String> evidenceNames() {
    return Set.of("overdueDays", "barredDays");
  }

  @Override
  public boolean readsEvents() {
    return true;
  }

  @Override
  public long alarmAt(Subject subject) {
    CareLog.Note barred = barred(subject);
    if (barred == null) {
      return Long.MAX_VALUE;
    }
    double hours = Math.max(24 * (overdueDays - overdueWhenBarred(barred)), patience(subject));
    return barred.at() + (long) Math.ceil(hours * HOUR_MILLIS);
  }

  @Override
  public Reading judge(Subject subject) {
    CareLog.Note barred = barred(subject);
    if (barred == null) {
      return Reading.NONE;
    }
    double hours = subject.hoursSince(barred.at());
    if (hours > 24 * forDays) {
      return Reading.NONE;
    }
    double overdue = overdueWhenBarred(barred) + hours / 24;
    double patience = patience(subject);
    double late = new Grade(0, overdueDays, 4.0 * overdueDays).strength(overdue);
    double kept = new Grade(0, patience, 4 * patience).strength(hours);
    return new Evidence()
        .number("overdueDays", Math.floor(overdue))
        .number("barredDays", Math.floor(hours / 24))
        .reading(Grade.proven(late, kept), true);
  }

  /** The barring over an unpaid bill that still holds, or null. */
  private static CareLog.Note barred(Subject subject) {
    CareLog.Note newest = subject.care().newest(BARRED);
    if (newest == null
        || !isUnpaid(newest)
        || isLifted(newest, subject.profile(), Long.MAX_VALUE)) {
      return null;
    }
    List<CareLog.Note> all = barrings(subject);
    return all.get(all.size() - 1);
  }

  /** The first notes of all barrings over unpaid bills, oldest first. */
  private static List<CareLog.Note> barrings(Subject subject) {
    List<CareLog.Note> first = new ArrayList<>();
    CareLog.Note before = null;
    for (CareLog.Note note : subject.care().of(BARRED).filter(Arrears::isUnpaid).toList()) {
      if (before == null
          || note.at() - before.at() > REPEATED_MILLIS
          || isLifted(before, subject.profile(), note.at())) {
        first.add(note);
      }
      before = note;
    }
    return first;
  }

  private double overdueWhenBarred(CareLog.Note barred) {
    double stated = Attributes.number(barred, Attributes.OVERDUE_DAYS);
    return stated >= 0 ? stated : overdueDays;
  }

  /** Hours to wait: who is barred again has paid before. */
  private double patience(Subject subject) {
    return keptHours * (double) barrings(subject).size();
  }

  private static boolean isUnpaid(CareLog.Note barred) {
    return UNPAID.contains(barred.attribute(Attributes.REASON));
  }

  private static boolean isLifted(CareLog.Note barred, Profile profile, long until) {
    return profile != null
        && profile.at() > barred.at()
        && profile.at() <= until
        && profile.status() == Profile.Status.ACTIVE;
  }
}
