package dev.ebb.desk.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Fills a store by hand with what leads' figures are made of; times are Shanghai's. */
public final class LeadStore {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final Database database;
  private final AtomicInteger outcomes = new AtomicInteger();

  public LeadStore(Database database) {
    this.database = database;
  }

  /** A moment such as 2026-11-20T09:30. */
  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  /** A span of such moments. */
  public static Figures.Span span(String from, String to) {
    return new Figures.Span(at(from), at(to));
  }

  /** A case of these rules that might be worked; it is in no queue any more. */
  public LeadStore alert(
      String id, String customer, String playbook, String openedAt, String... rules) {
    return write(
        """
        insert into cases (alert_id, customer_id, customer_hash, feed_partition, feed_offset,
          revision, state, opened_at, told_at, seen_at, risk, priority, arpu, tier, playbook,
          act_by, rules, words, message, place)
        values (:id, :customer, :hash, 0, 0, 1, 'open', :at, :at, :at, 0.4, 100, 15200, 'gold',
          :playbook, :at, :rules, '', '{}', 'ended')
        """,
        update ->
            update
                .bind("id", id)
                .bind("customer", customer)
                .bind("hash", hash(customer))
                .bind("at", at(openedAt))
                .bind("playbook", playbook)
                .bindArray("rules", String.class, (Object[]) rules));
  }

  /** A case that may not, for this reason. */
  public LeadStore withheld(
      String id,
      String customer,
      String reason,
      String playbook,
      String openedAt,
      String... rules) {
    return write(
        """
        insert into withheld values (:id, :hash, 0, 0, 1, 'withheld', :reason, :playbook, :rules,
          :at, :at, case when :reason = 'legal-stop' then cast(:at as timestamptz) end)
        """,
        update ->
            update
                .bind("id", id)
                .bind("hash", hash(customer))
                .bind("reason", reason)
                .bind("playbook", playbook)
                .bind("at", at(openedAt))
                .bindArray("rules", String.class, (Object[]) rules));
  }

  /** What an agent did. */
  public LeadStore outcome(String alertId, String agent, String kind, String reason, String at) {
    return outcome(alertId, agent, kind, reason, null, at);
  }

  /** The same, with what the customer asked for. */
  public LeadStore outcome(
      String alertId, String agent, String kind, String reason, String asked, String at) {
    return write(
        """
        insert into outcomes (id, alert_id, customer_id, kind, reason, asked, agent, at,
          recorded_at, release_at, turn)
        values (:outcome, :id, 'x', :kind, :reason, :asked, :agent, :at, :at, :at, 1)
        """,
        update ->
            update
                .bind("outcome", "o-" + outcomes.incrementAndGet())
                .bind("id", alertId)
                .bind("kind", kind)
                .bind("reason", reason)
                .bind("asked", asked)
                .bind("agent", agent)
                .bind("at", at(at)));
  }

  /** The job said this of a case; the state stays unless it is set apart. */
  public LeadStore news(String alertId, String state, String reason, String at) {
    return write(
        """
        insert into case_news values (:id, 0, (select count(*) from case_news), 1, :at, :state,
          :reason, 0.4, '{}')
        """,
        update ->
            update
                .bind("id", alertId)
                .bind("state", state)
                .bind("reason", reason)
                .bind("at", at(at)));
  }

  /** A customer has left. */
  public LeadStore exit(String customer, String at, String cause, String knownBy) {
    return write(
        """
        insert into exits values (:customer, :hash, :at, 'ported-out', :cause, :knownBy, 15200,
          'gold', '{}', :id)
        """,
        update ->
            update
                .bind("id", exitId(customer))
                .bind("customer", customer)
                .bind("hash", hash(customer))
                .bind("at", at(at))
                .bind("cause", cause)
                .bind("knownBy", knownBy));
  }

  /** What that exit is named by. */
  public static String exitId(String customer) {
    return "exit-" + Integer.toHexString(customer.hashCode());
  }

  /** A call to one of the departed. */
  public LeadStore winBack(String customer, String dueOn, String playbook) {
    return sql(
        "insert into win_backs (customer_id, due_on, playbook) values ('%s', '%s', '%s')"
            .formatted(customer, dueOn, playbook));
  }

  /** Whatever else. */
  public LeadStore sql(String statement) {
    database.transact(handle -> handle.execute(statement));
    return this;
  }

  static byte[] hash(String customer) {
    return customer.getBytes(StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface Binding {
    void bind(Update update);
  }

  private LeadStore write(String sql, Binding binding) {
    database.transact(
        (Handle handle) -> {
          Update update = handle.createUpdate(sql);
          binding.bind(update);
          return update.execute();
        });
    return this;
  }
}
