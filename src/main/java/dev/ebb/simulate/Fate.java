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
 * @param renewedOn day on which it is renewed for a year, or null
 */
record Fate(
    Cause cause,
    LookAlike lookAlike,
    int leftDay,
    int leftSecond,
    List<Phase> phases,
    List<Turn> turns,
    Integer agreementEnds,
    Integer renewedOn) {

  static final Fate UNEVENTFUL = staying(null, List.of());

  static Fate staying(LookAlike lookAlike, List<Phase> phases) {
    return new Fate(null, lookAlike, Integer.MAX_VALUE, 0, phases, List.of(), null, null);
  }

  Fate withAgreement(int ends, Integer renewed) {
    return new Fate(cause, lookAlike, leftDay, leftSecond, phases, turns, ends, renewed);
  }

  Fate with(List<Turn> newTurns) {
    return new Fate(
        cause, lookAlike, leftDay, leftSecond, phases, newTurns, agreementEnds, renewedOn);
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
}
