package dev.ebb.desk.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What has happened to a case, by agents and by the job, which answers at the same instant. */
final class Timeline {
  private Timeline() {}

  static List<TimelineEntry> of(Handle handle, String alertId) {
    return handle
        .createQuery(
            """
            select * from (
              select at, state as what, reason, null as agent, null::timestamptz as due_at,
                null as note, feed_offset as place_in_line
              from case_news where alert_id = :id
              union all
              select at, kind, reason, agent, due_at, note, seq from outcomes where alert_id = :id
            ) as entries
            order by at, agent is null, place_in_line
            """)
        .bind("id", alertId)
        .map(
            (row, context) ->
                new TimelineEntry(
                    CaseRows.time(row, "at"),
                    row.getString("what"),
                    row.getString("reason"),
                    row.getString("agent"),
                    CaseRows.time(row, "due_at"),
                    row.getString("note")))
        .list();
  }

  /** When the customer was tried without success. */
  static List<Instant> tries(Handle handle, String alertId) {
    return handle
        .createQuery("select at from outcomes where alert_id = :id and kind = 'attempted'")
        .bind("id", alertId)
        .mapTo(Instant.class)
        .list();
  }

  /** The last outcome, if it can be taken back now, or null. */
  static CaseView.Undoable undoable(Handle handle, CaseCard card, Instant now) {
    return handle
        .createQuery(
            """
            select id, kind, agent, release_at from outcomes
            where alert_id = :id and turn = :turn and before is not null
              and sent_at is null and release_at > :now
            """)
        .bind("id", card.alertId())
        .bind("turn", card.turns())
        .bind("now", now)
        .map(
            (row, context) ->
                new CaseView.Undoable(
                    row.getString("id"),
                    row.getString("kind"),
                    row.getString("agent"),
                    CaseRows.time(row, "release_at")))
        .findOne()
        .orElse(null);
  }
}
