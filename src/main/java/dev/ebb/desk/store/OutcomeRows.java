package dev.ebb.desk.store;

import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads rows of the table of outcomes. */
final class OutcomeRows {
  private OutcomeRows() {}

  static Outbox.Pending pending(ResultSet row) throws SQLException {
    Kind kind = Labels.KINDS.get(row.getString("kind"));
    Instant dueAt = kind.needsDueAt() ? CaseRows.time(row, "due_at") : null;
    Outcome outcome =
        new Outcome(
            row.getString("alert_id"),
            kind,
            kind == Kind.WRONG ? Entry.wrong(row.getString("reason")) : null,
            dueAt == null ? null : dueAt.toEpochMilli(),
            row.getString("agent"));
    return new Outbox.Pending(
        row.getString("id"),
        row.getString("customer_id"),
        CaseRows.time(row, "at"),
        outcome,
        row.getString("note"));
  }
}
