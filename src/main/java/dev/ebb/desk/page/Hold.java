package dev.ebb.desk.page;

import dev.ebb.desk.store.CaseCard;

/**
 * Where a case stands between agents.
 *
 * @param holder login of the agent who has it, or null
 * @param attempts how often the customer was tried without success
 * @param dueAt when it comes back, or null
 */
public record Hold(Phase phase, String holder, int attempts, String dueAt) {

  /** What may be done with it. */
  public enum Phase {
    /** Anybody may claim it. */
    FREE,
    /** The one who looks has it. */
    MINE,
    /** A colleague has it. */
    TAKEN,
    /** It comes back by itself; whoever wants may claim it before. */
    PUT_OFF,
    /** The customer has answered; the stream will tell. */
    ANSWERED,
    /** Nothing is to be done any more. */
    OVER
  }

  static Hold of(CaseCard card, String viewer, String dueAt) {
    Phase phase =
        switch (card.place()) {
          case TO_DO -> Phase.FREE;
          case HELD -> viewer.equals(card.holder()) ? Phase.MINE : Phase.TAKEN;
          case PUT_OFF -> Phase.PUT_OFF;
          case ANSWERED -> Phase.ANSWERED;
          case ENDED -> Phase.OVER;
        };
    return new Hold(phase, card.holder(), card.attempts(), dueAt);
  }
}
