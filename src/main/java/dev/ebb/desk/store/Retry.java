package dev.ebb.desk.store;

import dev.ebb.event.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When to try a customer again who was not reached: in a part of the day in which nobody has tried,
 * and not while it is quiet.
 *
 * @param rules tell until when it is quiet, and in which zone a day has its parts
 * @param attempts so many tries without success are enough, 1 to 10
 */
public record Retry(CallRules rules, int attempts) {
  private static final Duration LATER = Duration.ofHours(3);
  private static final Duration AFTER_QUIET = Duration.ofHours(2);
  private static final Duration BEFORE_QUIET = Duration.ofHours(1);
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final long STEPS = Duration.ofDays(3).dividedBy(STEP);

  /** Whether this try, counted from 1, was the last one. */
  boolean isLast(int attempt) {
    return attempt >= attempts;
  }

  /**
   * Three hours later at the soonest, and not soon after or before it is quiet unless no other hour
   * is left.
   *
   * @param now when the customer was tried last
   * @param before when they were tried before that
   * @param profile of the customer, or null
   */
  Instant after(Instant now, Collection<Instant> before, Profile profile) {
    Set<DayPart> tried = EnumSet.of(part(now));
    before.forEach(at -> tried.add(part(at)));
    if (tried.size() == DayPart.values().length) {
      tried.retainAll(Set.of(part(now)));
    }
    Predicate<Instant> isAllowed = at -> !rules.notBefore(at, profile).isAfter(at);
    Predicate<Instant> isFresh = at -> DayPart.isDay(time(at)) && !tried.contains(part(at));
    Predicate<Instant> isCalm =
        at -> isAllowed.test(at.minus(AFTER_QUIET)) && isAllowed.test(at.plus(BEFORE_QUIET));
    return first(now, isAllowed.and(isFresh).and(isCalm))
        .or(() -> first(now, isAllowed.and(isFresh)))
        .orElseGet(() -> rules.notBefore(now.plus(LATER), profile));
  }

  private static Optional<Instant> first(Instant now, Predicate<Instant> fits) {
    return Stream.iterate(now.plus(LATER), at -> at.plus(STEP))
        .limit(STEPS)
        .filter(fits)
        .findFirst();
  }

  private DayPart part(Instant at) {
    return DayPart.of(time(at));
  }

  private LocalTime time(Instant at) {
    return at.atZone(rules.zone()).toLocalTime();
  }
}
