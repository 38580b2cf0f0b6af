package dev.ebb.desk.store;

import dev.ebb.signal.Rule.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table of steps. */
final class RuleSteps {
  private static final long ONE_DECIDES = 0x0eb_b0002L;
  private static final long ONE_SENDS = 0x0eb_b0003L;

  private RuleSteps() {}

  /** Lets nobody else decide until the transaction ends. */
  static void lock(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(?)", ONE_DECIDES);
  }

  /** Of each rule the newest one. */
  static Map<String, RuleStep> newest(Handle handle) {
    Map<String, RuleStep> newest = new HashMap<>();
    handle
        .createQuery("select distinct on (rule) * from rule_steps order by rule, id desc")
        .map((row, context) -> step(row))
        .forEach(step -> newest.put(step.rule(), step));
    return newest;
  }

  static void stop(
      Handle handle, String rule, Status before, String lead, String reason, Instant now) {
    handle
        .createUpdate(
            """
            insert into rule_steps (rule, status, status_before, reason, asked_by, asked_at,
              decision, decided_by, decided_at)
            values (:rule, 'off', :before, :reason, :lead, :now, 'done', :lead, :now)
            """)
        .bind("rule", rule)
        .bind("before", PublishedRules.label(before))
        .bind("reason", reason)
        .bind("lead", lead)
        .bind("now", now)
        .execute();
  }

  static void ask(
      Handle handle,
      String rule,
      Status status,
      String lead,
      String reason,
      Instant now,
      Duration waits) {
    handle
        .createUpdate(
            """
            insert into rule_steps (rule, status, status_before, reason, asked_by, asked_at,
              expires_at)
            values (:rule, :status, 'off', :reason, :lead, :now, :expires)
            """)
        .bind("rule", rule)
        .bind("status", PublishedRules.label(status))
        .bind("reason", reason)
        .bind("lead", lead)
        .bind("now", now)
        .bind("expires", now.plus(waits))
        .execute();
  }

  /** Decides what is open of this rule, if anything. */
  static void close(Handle handle, String rule, String decision, String by, Instant now) {
    handle
        .createUpdate(
            """
            update rule_steps set decision = :decision, decided_by = :by, decided_at = :now
            where rule = :rule and decision is null
            """)
        .bind("rule", rule)
        .bind("decision", decision)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** What the job does not know yet, in its order; of several desks only one gets it. */
  static List<RuleStep> unsent(Handle handle) {
    if (unsentCount(handle) == 0 || !isOnlySender(handle)) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            select * from rule_steps where decision = 'done' and published_at is null
            order by decided_at, id
            """)
        .map((row, context) -> step(row))
        .list();
  }

  private static boolean isOnlySender(Handle handle) {
    return handle
        .createQuery("select pg_try_advisory_xact_lock(:key)")
        .bind("key", ONE_SENDS)
        .mapTo(boolean.class)
        .one();
  }

  static long unsentCount(Handle handle) {
    return handle
        .createQuery(
            "select count(*) from rule_steps where decision = 'done' and published_at is null")
        .mapTo(long.class)
        .one();
  }

  static void sent(Handle handle, RuleStep step, Instant now) {
    handle
        .createUpdate("update rule_steps set published_at = :now where id = :id")
        .bind("now", now)
        .bind("id", step.id())
        .execute();
  }

  private static RuleStep step(ResultSet row) throws SQLException {
    return new RuleStep(
        row.getLong("id"),
        row.getString("rule"),
        PublishedRules.status(row.getString("status")),
        PublishedRules.status(row.getString("status_before")),
        row.getString("reason"),
        row.getString("asked_by"),
        CaseRows.time(row, "asked_at"),
        CaseRows.time(row, "expires_at"),
        row.getString("decision"),
        row.getString("decided_by"),
        CaseRows.time(row, "decided_at"),
        CaseRows.time(row, "published_at"));
  }
}
