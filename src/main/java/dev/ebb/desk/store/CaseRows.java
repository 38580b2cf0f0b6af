package dev.ebb.desk.store;

import dev.ebb.codec.Masking;
import dev.ebb.signal.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Reads rows of the table of cases as cards. */
final class CaseRows {
  /** What {@link #card} reads. */
  static final String COLUMNS =
      """
      c.alert_id, c.customer_id, c.revision, c.state, c.reason, c.opened_at, c.act_by,
      c.contact_from, c.risk, c.priority, c.arpu, c.tier, c.stage, c.region, c.manager_id, c.lever,
      c.playbook, c.channel, c.rules, c.why_en, c.why_zh, c.place, c.holder, c.due_at, c.attempts,
      c.last_attempt_at, c.last_outcome, c.last_outcome_at, c.turns
      """;

  private CaseRows() {}

  static CaseCard card(ResultSet row) throws SQLException {
    String tier = row.getString("tier");
    String stage = row.getString("stage");
    String why = row.getString("why_en");
    return new CaseCard(
        row.getString("alert_id"),
        Masking.masked(row.getString("customer_id")),
        row.getInt("revision"),
        Labels.STATES.get(row.getString("state")),
        row.getString("reason"),
        time(row, "opened_at"),
        time(row, "act_by"),
        time(row, "contact_from"),
        row.getDouble("risk"),
        row.getDouble("priority"),
        row.getObject("arpu", Long.class),
        tier == null ? null : Labels.TIERS.get(tier),
        stage == null ? null : Labels.STAGES.get(stage),
        row.getString("region"),
        row.getString("manager_id"),
        row.getObject("lever", Integer.class),
        row.getString("playbook"),
        row.getString("channel"),
        texts(row, "rules"),
        why == null ? null : new Text(why, row.getString("why_zh")),
        Place.of(row.getString("place")),
        row.getString("holder"),
        time(row, "due_at"),
        row.getInt("attempts"),
        time(row, "last_attempt_at"),
        row.getString("last_outcome"),
        time(row, "last_outcome_at"),
        row.getLong("turns"));
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
