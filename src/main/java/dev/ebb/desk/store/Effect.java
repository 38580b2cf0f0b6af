package dev.ebb.desk.store;

import dev.ebb.event.Outcome.Kind;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What a step does to its case.
 *
 * @param dueAt when it comes back, or null
 * @param attempts without success, so far
 */
record Effect(Place place, String holder, Instant dueAt, int attempts) {

  void write(Handle handle, String alertId, Kind kind, Instant now, Instant settledAt) {
    handle
        .createUpdate(
            """
            update cases set
              place = :place,
              held_at = case when :place = 'held' and holder is not distinct from :holder
                then held_at when :place = 'held' then :now end,
              holder = :holder,
              due_at = :dueAt,
              last_attempt_at = case when attempts < :attempts then :now else last_attempt_at end,
              attempts = :attempts,
              last_outcome = :kind,
              last_outcome_at = :now,
              settled_at = :settledAt,
              turns = turns + 1
            where alert_id = :id
            """)
        .bind("id", alertId)
        .bind("place", place.label())
        .bind("holder", holder)
        .bind("dueAt", dueAt)
        .bind("attempts", attempts)
        .bind("kind", kind.label())
        .bind("now", now)
        .bind("settledAt", settledAt)
        .execute();
  }
}
