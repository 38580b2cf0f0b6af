package dev.ebb.simulate;

import java.util.List;

/**
 * What the span holds for one customer.
 *
 * @param cause why they leave, or null: they stay
 * @param lookAlike what they are mistaken for, or null
 * @param leftDay day of leaving; {@link Integer#MAX_VALUE} for those who stay
 * @param leftSecond second of that day
 * @param agreementEnds day on which the discount ends, or null: no date in the span
 * @param former number of the customer whom this one was before, or null
 * @param changes what the operator's systems are told or notice, by day
 */
record Fate(
    Cause cause,
    LookAlike lookAlike,
    int leftDay,
    int leftSecond,
    List<Phase> phases,
    List<Turn> turns,
    Integer agreementEnds,
    Integer former,
    List<Change> changes) {

  private static final int UNPAID_DAYS = 30;

  private static final int NEW_DISCOUNT_DAYS = 365;

  static final Fate UNEVENTFUL = staying(null, List.of());
  static final Fate FIRST_LINE = staying(LookAlike.FIRST_LINE, List.of());

  static Fate staying(LookAlike lookAlike, List<Phase> phases) {
    return new Fate(
        null, lookAlike, Integer.MAX_VALUE, 0, phases, List.of(), null, null, List.of());
  }

  static Fate leaving(Cause cause, int day, int second, List<Phase> phases) {
    return new Fate(cause, null, day, second, phases, List.of(), null, null, List.of());
  }

  /** A new customer from this day on who was another before. */
  static Fate joiningAgain(int former, int day) {
    int discountEnds = day + NEW_DISCOUNT_DAYS;
    return new Fate(
        null, null, Integer.MAX_VALUE, 0, List.of(), List.of(), discountEnds, former, List.of());
  }

  Fate withAgreement(int ends) {
    return new Fate(cause, lookAlike, leftDay, leftSecond, phases, turns, ends, former, changes);
  }

  Fate with(List<Turn> newTurns) {
    return new Fate(
        cause, lookAlike, leftDay, leftSecond, phases, newTurns, agreementEnds, former, changes);
  }

  Fate changing(Change... newChanges) {
    return new Fate(
        cause,
        lookAlike,
        leftDay,
        leftSecond,
        phases,
        turns,
        agreementEnds,
        former,
        List.of(newChanges));
  }

  /** Whether such a change has come by the end of a day. */
  boolean has(Change.Kind kind, int day) {
    return changes.stream().anyMatch(change -> change.kind() == kind && change.day() <= day);
  }

  /**
   * Whether bills stay unpaid on this day: for a month before the line is barred, until it is
   * lifted.
   */
  boolean owes(int day) {
    return has(Change.Kind.BARRED, day + UNPAID_DAYS) && !has(Change.Kind.LIFTED, day);
  }

  Levels levels(int day) {
    if (day > leftDay) {
      return Levels.NONE;
    }
    for (Phase phase : phases) {
      if (phase.covers(day)) {
        return phase.at(day);
      }
    }
    return Levels.USUAL;
  }

  Phase.Whereabouts whereabouts(int day) {
    for (Phase phase : phases) {
      if (phase.covers(day)) {
        return phase.whereabouts();
      }
    }
    return Phase.Whereabouts.HOME;
  }

  boolean isLeaver() {
    return cause != null;
  }

  /** Whether it is a matter of two in one household. */
  boolean isOfHousehold() {
    return cause == Cause.JOINS_AGAIN || former != null || lookAlike == LookAlike.FIRST_LINE;
  }
}
