package dev.ebb.desk.api;

import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Barrier;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.Turn;
import dev.ebb.desk.web.ProblemDetails;
import java.time.Instant;
import java.util.Locale;

/** Says why a step was not taken: mostly because of how the case is now, which is a conflict. */
final class Refusals {
  private static final int CONFLICT = 409;
  private static final String FREE = "to-do or put-off";

  private Refusals() {}

  static Refused of(Turn turn, Agent agent, Instant dueAt) {
    if (turn.card() == null) {
      return Refused.missing("case");
    }
    CaseCard card = turn.card();
    String word = turn.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String place = card.place().label();
    return switch (turn.refusal()) {
      case UNKNOWN -> Refused.missing("case");
      case BAD_TIME -> Refused.field("dueAt", "between now and 180 days ahead", dueAt);
      case NO_SUCH_AGENT -> Refused.field("agent", "the login of an open account", agent.login());
      case TAKEN -> conflict(word, "Somebody else works it", "place", FREE, place, card);
      case NOT_OPEN -> conflict(word, "It is answered or over", "place", FREE, place, card);
      case NOT_HELD ->
          conflict(word, "It must be claimed first", "holder", agent.login(), card.holder(), card);
      case TOO_LATE ->
          conflict(
              word,
              "It has been sent, or something else has happened since",
              "lastOutcome",
              "one of " + agent.login() + " that has not been sent",
              String.valueOf(card.lastOutcome()),
              card);
      case ENOUGH ->
          conflict(
              word,
              "They have as many new cases as the team allows",
              "agent",
              "one with fewer cases",
              agent.login(),
              card);
      case OTHER_CONTENT ->
          conflict(
              word, "Something else was recorded under it", "id", "new", "there already", card);
    };
  }

  /** Says why the customer may not be called, and until when where that is known. */
  static Refused of(Barrier barrier) {
    String until = barrier.until() == null ? "nobody knows when" : barrier.until().toString();
    return new Refused(
        ProblemDetails.of(CONFLICT, barrier.kind().label(), "The customer must not be called now")
            .because("It is forbidden until " + until));
  }

  private static Refused conflict(
      String word, String title, String field, String bound, String value, CaseCard card) {
    boolean isHeld = card.holder() != null && !"holder".equals(field);
    String met = isHeld ? value + " by " + card.holder() : String.valueOf(value);
    return new Refused(ProblemDetails.of(CONFLICT, word, title).in(field, bound, met));
  }
}
