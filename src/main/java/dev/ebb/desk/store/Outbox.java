package dev.ebb.desk.store;

import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Outcomes on their way to the job: each leaves once, after it can no longer be undone. */
public final class Outbox {
  private static final long ONE_SENDER = 0x0eb_b0001L;

  private final Database database;
  private final Clocks clocks;

  /** The outbox in this database. */
  public Outbox(Database database, Clocks clocks) {
    this.database = database;
    this.clocks = clocks;
  }

  /**
   * An outcome to send.
   *
   * @param id the same however often it is sent
   * @param at business time
   */
  public record Pending(String id, String customerId, Instant at, Outcome outcome, String note) {}

  /** What is known of an outcome before it is written. */
  record Draft(String id, CaseCard card, Kind kind, String agent, Instant at, Instant recordedAt) {}

  /**
   * Sends what is due, in the order in which it was recorded. Of several desks only one sends at a
   * time.
   *
   * @param send returns when all have arrived; where it throws they stay and come again
   * @return how many were sent
   */
  public int drain(int limit, Consumer<List<Pending>> send) {
    return database.transact(
        handle -> {
          List<Pending> due = isOnlySender(handle) ? due(handle, limit) : List.of();
          if (!due.isEmpty()) {
            send.accept(due);
            markSent(handle, due);
          }
          return due.size();
        });
  }

  /** How many outcomes have not been sent yet. */
  public long waiting() {
    return database.transact(
        handle ->
            handle
                .createQuery("select count(*) from outcomes where sent_at is null")
                .mapTo(long.class)
                .one());
  }

  private static boolean isOnlySender(Handle handle) {
    return handle
        .createQuery("select pg_try_advisory_xact_lock(:key)")
        .bind("key", ONE_SENDER)
        .mapTo(boolean.class)
        .one();
  }

  private List<Pending> due(Handle handle, int limit) {
    return handle
        .createQuery(
            """
            select id, alert_id, customer_id, kind, reason, due_at, note, agent, at
            from outcomes o
            where sent_at is null and release_at <= :now and not exists (
              select 1 from outcomes earlier
              where earlier.alert_id = o.alert_id and earlier.sent_at is null
                and earlier.seq < o.seq and earlier.release_at > :now)
            order by seq limit :limit for update
            """)
        .bind("now", clocks.wallNow())
        .bind("limit", limit)
        .map((row, context) -> OutcomeRows.pending(row))
        .list();
  }

  private void markSent(Handle handle, List<Pending> sent) {
    handle
        .createUpdate("update outcomes set sent_at = :now, before = null where id = any(:ids)")
        .bind("now", clocks.wallNow())
        .bindArray("ids", String.class, sent.stream().map(Pending::id).toList())
        .execute();
  }

  /** Whether what stands under this id says the same; empty where nothing does. */
  static Optional<Boolean> isSame(Handle handle, String id, Entry entry) {
    return handle
        .createQuery(
            """
            select kind = :kind and reason is not distinct from :reason
              and note is not distinct from :note
              and (cast(:dueAt as timestamptz) is null or due_at is not distinct from :dueAt)
            from outcomes where id = :id
            """)
        .bind("id", id)
        .bind("kind", entry.kind().label())
        .bind("reason", entry.reason())
        .bind("note", entry.note())
        .bind("dueAt", entry.dueAt())
        .mapTo(Boolean.class)
        .findOne();
  }

  /** Writes an outcome together with how the case was before it. */
  static void add(Handle handle, Draft draft, Instant release, Entry entry, Instant dueAt) {
    handle
        .createUpdate(
            """
            insert into outcomes (id, alert_id, customer_id, kind, reason, due_at, note, asked, agent,
              at, recorded_at, release_at, turn, before)
            select :id, alert_id, customer_id, :kind, :reason, :dueAt, :note, :asked,
              :agent, :at, :recordedAt, :release, turns + 1, jsonb_build_object(
                'place', place, 'holder', holder, 'held_at', held_at, 'due_at', due_at,
                'attempts', attempts, 'last_attempt_at', last_attempt_at,
                'last_outcome', last_outcome, 'last_outcome_at', last_outcome_at,
                'settled_at', settled_at)
            from cases where alert_id = :alertId
            """)
        .bind("id", draft.id())
        .bind("alertId", draft.card().alertId())
        .bind("kind", draft.kind().label())
        .bind("reason", entry == null ? null : entry.reason())
        .bind("dueAt", dueAt)
        .bind("note", entry == null ? null : entry.note())
        .bind("asked", entry == null ? null : entry.asked())
        .bind("agent", draft.agent())
        .bind("at", draft.at())
        .bind("recordedAt", draft.recordedAt())
        .bind("release", release)
        .execute();
  }

  /** Removes an outcome and puts the case back to how it was before it. */
  static void takeBack(Handle handle, String outcomeId) {
    handle
        .createUpdate(
            """
            update cases c
            set place = b.place, holder = b.holder, held_at = b.held_at, due_at = b.due_at,
              attempts = b.attempts, last_attempt_at = b.last_attempt_at,
              last_outcome = b.last_outcome, last_outcome_at = b.last_outcome_at,
              settled_at = b.settled_at, turns = c.turns + 1
            from outcomes o, jsonb_populate_record(null::cases, o.before) b
            where o.id = :id and c.alert_id = o.alert_id
            """)
        .bind("id", outcomeId)
        .execute();
    handle.createUpdate("delete from outcomes where id = :id").bind("id", outcomeId).execute();
  }
}
