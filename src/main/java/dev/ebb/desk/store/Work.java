package dev.ebb.desk.store;

import dev.ebb.desk.store.Turn.Refusal;
import dev.ebb.event.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What agents do to cases. Each step is one transaction that locks the case, so of two agents who
 * want the same one only one gets it; the outcome for the job is written in the same transaction,
 * and leaves when it can no longer be undone.
 */
public final class Work {
  private static final Duration LONGEST_DELAY = Duration.ofDays(180);

  /** For so long after an outcome has left, what the job says may not know of it yet. */
  private static final Duration SETTLING = Duration.ofMinutes(2);

  private final Database database;
  private final Clocks clocks;
  private final Ids ids;
  private final Changes changes;
  private final Terms terms;

  /**
   * How cases are worked.
   *
   * @param undo for how long an outcome can be taken back, 0 s to 5 min; then it is sent
   */
  public record Terms(Duration undo, Retry retry) {}

  /** Work on this database's cases. */
  public Work(Database database, Clocks clocks, Ids ids, Changes changes, Terms terms) {
    this.database = database;
    this.clocks = clocks;
    this.ids = ids;
    this.changes = changes;
    this.terms = terms;
  }

  /** Takes a case that is to be worked, or was put off. Claiming one's own case changes nothing. */
  public Turn claim(String alertId, Agent agent) {
    return step(
        alertId,
        (handle, card) -> {
          if (card.isHeldBy(agent)) {
            return null;
          }
          if (card.place() != Place.TO_DO && card.place() != Place.PUT_OFF) {
            return card.place() == Place.HELD ? Refusal.TAKEN : Refusal.NOT_OPEN;
          }
          boolean isPromised = agent.login().equals(card.holder());
          if (!isPromised && TeamLimits.lockedFor(handle, agent, clocks.wallNow()) != null) {
            return Refusal.ENOUGH;
          }
          act(
              handle,
              agent,
              draft(ids.next(), card, agent, Kind.CLAIMED),
              null,
              claimed(card, agent));
          return null;
        });
  }

  private static Effect claimed(CaseCard card, Agent agent) {
    return new Effect(Place.HELD, agent.login(), null, card.attempts());
  }

  /** Gives a case back that the agent holds: it is to be worked by anybody. */
  public Turn release(String alertId, Agent agent) {
    return step(
        alertId,
        (handle, card) -> {
          if (!card.isHeldBy(agent)) {
            return Refusal.NOT_HELD;
          }
          Effect free = new Effect(Place.TO_DO, null, null, card.attempts());
          act(handle, agent, draft(ids.next(), card, agent, Kind.RELEASED), null, free);
          return null;
        });
  }

  /** Passes a case on to a colleague; a lead may pass on anybody's. */
  public Turn handOver(String alertId, Agent agent, String toLogin) {
    Turn turn =
        step(
            alertId,
            (handle, card) -> {
              boolean may = card.isHeldBy(agent) || agent.role().covers(Role.LEAD);
              if (card.place() != Place.HELD || !may) {
                return Refusal.NOT_HELD;
              }
              Optional<Agent> to = Agents.find(handle, toLogin);
              if (to.isEmpty()) {
                return Refusal.NO_SUCH_AGENT;
              }
              Agent colleague = to.get();
              var draft = draft(ids.next(), card, colleague, Kind.CLAIMED);
              apply(handle, draft, null, claimed(card, colleague));
              note(handle, agent, "hand-over", alertId, "to " + toLogin);
              return null;
            });
    if (turn.isDone()) {
      changes.tell(Change.handedTo(alertId, toLogin));
    }
    return turn;
  }

  /** Records what came of the work on a case that the agent holds. */
  public Turn record(String alertId, Agent agent, Entry entry) {
    return record(alertId, agent, entry, ids.next());
  }

  /** The same under an id of the caller's: what it was recorded under before is not done again. */
  public Turn record(String alertId, Agent agent, Entry entry, String id) {
    return step(
        alertId,
        (handle, card) -> {
          Optional<Boolean> again = Outbox.isSame(handle, id, entry);
          if (again.isPresent()) {
            return again.get() ? null : Refusal.OTHER_CONTENT;
          }
          if (!card.isHeldBy(agent)) {
            return Refusal.NOT_HELD;
          }
          Instant now = clocks.now();
          if (entry.dueAt() != null
              && (entry.dueAt().isBefore(now) || entry.dueAt().isAfter(now.plus(LONGEST_DELAY)))) {
            return Refusal.BAD_TIME;
          }
          var draft = draft(id, card, agent, entry.kind());
          act(handle, agent, draft, entry, effect(handle, card, agent, entry));
          return null;
        });
  }

  private Effect effect(Handle handle, CaseCard card, Agent agent, Entry entry) {
    int attempts = card.attempts();
    return switch (entry.kind()) {
      case REACHED -> new Effect(Place.HELD, agent.login(), null, attempts);
      case ACCEPTED, DECLINED, WRONG -> new Effect(Place.ANSWERED, null, null, attempts);
      case CALLBACK -> new Effect(Place.PUT_OFF, agent.login(), entry.dueAt(), attempts);
      case SNOOZED -> new Effect(Place.PUT_OFF, null, entry.dueAt(), attempts);
      case ATTEMPTED -> attempted(handle, card, entry.dueAt());
      case CLAIMED, RELEASED -> throw new IllegalArgumentException(entry.kind().label());
    };
  }

  private Effect attempted(Handle handle, CaseCard card, Instant wanted) {
    int attempts = card.attempts() + 1;
    if (wanted == null && terms.retry().isLast(attempts)) {
      return new Effect(Place.ANSWERED, null, null, attempts);
    }
    Instant again = wanted == null ? nextTry(handle, card.alertId()) : wanted;
    return new Effect(Place.PUT_OFF, null, again, attempts);
  }

  private Instant nextTry(Handle handle, String alertId) {
    return terms
        .retry()
        .after(clocks.now(), Timeline.tries(handle, alertId), Cases.profile(handle, alertId));
  }

  /** Takes the agent's last outcome of this case back, as long as it has not left. */
  public Turn undo(String alertId, Agent agent) {
    return step(
        alertId,
        (handle, card) -> {
          CaseView.Undoable last = Timeline.undoable(handle, card, clocks.wallNow());
          if (last == null || !last.agent().equals(agent.login()) || card.place() == Place.ENDED) {
            return Refusal.TOO_LATE;
          }
          Outbox.takeBack(handle, last.outcomeId());
          note(handle, agent, "undo", alertId, "undid " + last.kind());
          return null;
        });
  }

  /** Brings back what was put off until now; returns how many cases. */
  public int wake() {
    return moveAll(
        """
        update cases set place = 'to-do', due_at = null, turns = turns + 1
        where place = 'put-off' and due_at <= :time returning alert_id
        """,
        clocks.now(),
        true);
  }

  /** Takes cases out of the queue that the job has not told of since then; returns how many. */
  public int dropUnseen(Instant since) {
    return moveAll(
        """
        update cases set place = 'ended', holder = null, turns = turns + 1
        where place <> 'ended' and seen_at < :time returning alert_id
        """,
        since,
        false);
  }

  private int moveAll(String update, Instant time, boolean isNew) {
    List<String> moved =
        database.transact(
            handle -> handle.createQuery(update).bind("time", time).mapTo(String.class).list());
    moved.forEach(alertId -> changes.tell(Change.of(alertId, isNew)));
    return moved.size();
  }

  private Outbox.Draft draft(String id, CaseCard card, Agent agent, Kind kind) {
    return new Outbox.Draft(id, card, kind, agent.login(), clocks.now(), clocks.wallNow());
  }

  private void act(Handle handle, Agent agent, Outbox.Draft draft, Entry entry, Effect effect) {
    apply(handle, draft, entry, effect);
    note(handle, agent, "outcome", draft.card().alertId(), draft.kind().label());
  }

  private void apply(Handle handle, Outbox.Draft draft, Entry entry, Effect effect) {
    Instant release = draft.recordedAt().plus(terms.undo());
    String alertId = draft.card().alertId();
    Outbox.add(handle, draft, release, entry, effect.dueAt());
    effect.write(handle, alertId, draft.kind(), draft.at(), release.plus(SETTLING));
  }

  private void note(Handle handle, Agent agent, String action, String alertId, String detail) {
    Audit.note(handle, clocks.wallNow(), agent.actor(), action, alertId, agent.told(detail));
  }

  private Turn step(String alertId, Step step) {
    Turn turn =
        database.transact(
            handle -> {
              Optional<CaseCard> card = Cases.locked(handle, alertId);
              if (card.isEmpty()) {
                return new Turn(null, Refusal.UNKNOWN);
              }
              Refusal refusal = step.take(handle, card.get());
              return new Turn(Cases.card(handle, alertId).orElseThrow(), refusal);
            });
    if (turn.isDone()) {
      changes.tell(Change.of(alertId, false));
    }
    return turn;
  }

  /** Does something to a locked case, or says why not. */
  @FunctionalInterface
  private interface Step {
    Refusal take(Handle handle, CaseCard card);
  }
}
