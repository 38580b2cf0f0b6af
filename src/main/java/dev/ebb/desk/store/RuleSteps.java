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

  /** What was decided and the job has not let in, unless something else was decided since. */
  private static final String UNTAKEN =
      """
      decision = 'done' and taken_at is null and not exists (
        select 1 from rule_steps newer
        where newer.rule = s.rule and newer.id > s.id and newer.decision = 'done')
      """;

  /** What was not read back for so long is sent again. */
  private static final Duration READ_BACK = Duration.ofMinutes(1);

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

  /** Writes a request down, which is of this text and lapses at that time. */
  static void ask(
      Handle handle, RuleState rule, Status status, String lead, String reason, Lifetime lifetime) {
    handle
        .createUpdate(
            """
            insert into rule_steps (rule, status, status_before, reason, asked_by, asked_at,
              expires_at, version, text_digest)
            values (:rule, :status, 'off', :reason, :lead, :now, :expires, :version, :digest)
            """)
        .bind("rule", rule.id())
        .bind("status", PublishedRules.label(status))
        .bind("reason", reason)
        .bind("lead", lead)
        .bind("now", lifetime.from())
        .bind("expires", lifetime.to())
        .bind("version", rule.version())
        .bind("digest", rule.digest())
        .execute();
  }

  /** From when to when a request is open. */
  record Lifetime(Instant from, Instant to) {}

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

  /** What is to be sent now, in its order; of several desks only one gets it. */
  static List<RuleStep> due(Handle handle, Instant now) {
    if (!isOnlySender(handle)) {
      return List.of();
    }
    return handle
        .createQuery(
            "select * from rule_steps s where "
                + UNTAKEN
                + " and (published_at is null or published_at <= :unanswered) order by id")
        .bind("unanswered", now.minus(READ_BACK))
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

  static long untakenCount(Handle handle) {
    return handle
        .createQuery("select count(*) from rule_steps s where " + UNTAKEN)
        .mapTo(long.class)
        .one();
  }

  /** It is with Kafka; before that is known, so that what is read back at once has to wait. */
  static void sent(Handle handle, long id, Instant now) {
    change(handle, "published_at = :now", id, now);
  }

  /** The job has let it in. */
  static void taken(Handle handle, long id, Instant now) {
    change(handle, "taken_at = coalesce(taken_at, :now)", id, now);
  }

  /** The job has refused it: it is to be sent again. */
  static void refused(Handle handle, long id) {
    change(handle, "published_at = null", id, null);
  }

  /** What was agreed to is no longer what would be started. */
  static void overtaken(Handle handle, long id) {
    change(handle, "decision = 'overtaken'", id, null);
  }

  private static void change(Handle handle, String change, long id, Instant now) {
    handle
        .createUpdate("update rule_steps set " + change + " where id = :id and taken_at is null")
        .bind("id", id)
        .bind("now", now)
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
        CaseRows.time(row, "taken_at"),
        row.getInt("version"),
        row.getString("text_digest"));
  }
}
