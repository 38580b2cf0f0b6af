package dev.ebb.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Calls to the departed that may win them back. Whoever has opted out, does not want another call,
 * or is protected by a legal stop is never among them, nor who has said yes or no.
 */
public final class WinBacks {
  /** What can come of a call. */
  public static final Set<String> RESULTS =
      Set.of("attempted", "reached", "returned", "declined", "never");

  /** After so many tries without success the next date's turn comes. */
  public static final int TRIES = 3;

  /** For so long a call is in the hands of who took it. */
  private static final Duration HELD = Duration.ofHours(1);

  private static final String NEVER = "never";

  private static final String DUE =
      """
      from exits e join win_backs w using (customer_id)
        left join customers p using (customer_id)
      where w.due_on <= :today and coalesce(w.again_on, w.due_on) <= :today
        and (w.agent is null or w.agent = :login or w.taken_at < :dropped)
        and\s"""
          + WinBackSql.MAY_BE_CALLED;

  private static final String THIS = " and e.id = :id";

  /** The newest profile knows best when not to disturb; without one, what was known at the exit. */
  private static final String CALLS =
      """
      select e.*, w.due_on, w.playbook, w.attempts, coalesce(w.agent = :login, false) as mine,
        p.profile->>'zone' as zone,
        coalesce(nullif(p.profile->'contact', 'null'), e.exit->'contact')->>'quietFrom'
          as quiet_from,
        coalesce(nullif(p.profile->'contact', 'null'), e.exit->'contact')->>'quietTo' as quiet_to
      """
          + DUE;

  /**
   * What is due of one exit. Whoever comes second waits, and then finds what the first one has
   * left.
   */
  private static final String LOCKED =
      "with mine as (select w.customer_id, w.due_on " + DUE + THIS + "%s for update of w) ";

  private static final String MINE = " and w.agent = :login";

  private final Database database;
  private final Clocks clocks;
  private final CallRules rules;
  private final WinBackSql sql;

  /** The calls in this database. */
  public WinBacks(Database database, Clocks clocks, CallRules rules) {
    this.database = database;
    this.clocks = clocks;
    this.rules = rules;
    this.sql = new WinBackSql(clocks, rules);
  }

  /**
   * A call that is due.
   *
   * @param attempts without success so far
   * @param isMine whether the agent who asks has taken it
   * @param notBefore until when quiet hours last, business time; null outside of them
   */
  public record Call(Departed.Exit exit, int attempts, boolean isMine, Instant notBefore) {
    /** Names the exit. */
    public String id() {
      return exit.id();
    }
  }

  /** Calls that are due and in nobody else's hands, of the most valuable customers first. */
  public List<Call> due(Agent agent, int limit) {
    return database.transact(
        handle ->
            bound(
                    handle.createQuery(
                        CALLS + " order by mine desc, e.arpu desc, e.customer_id limit :limit"),
                    agent)
                .bind("limit", limit)
                .map((row, context) -> call(row))
                .list());
  }

  private Call call(ResultSet row) throws SQLException {
    return new Call(
        Departed.Exit.of(row), row.getInt("attempts"), row.getBoolean("mine"), notBefore(row));
  }

  private Instant notBefore(ResultSet row) throws SQLException {
    Instant now = clocks.now();
    Instant over =
        rules.notBefore(
            now,
            time(row.getString("quiet_from")),
            time(row.getString("quiet_to")),
            rules.zoneOf(row.getString("zone")));
    return over.isAfter(now) ? over : null;
  }

  private static LocalTime time(String text) {
    return text == null ? null : LocalTime.parse(text);
  }

  /** How many calls are due, in whosever hands. */
  public long dueCount(Agent agent) {
    return database.transact(
        handle ->
            bound(handle.createQuery("select count(*) " + DUE), agent).mapTo(long.class).one());
  }

  /** Takes a call, so that nobody else makes it for an hour; false if it is not to be made. */
  public boolean take(String id, Agent agent) {
    return database.transact(
        handle ->
            bound(
                        handle.createUpdate(
                            LOCKED.formatted("")
                                + """
                                update win_backs o set agent = :login, taken_at = :now from mine
                                where o.customer_id = mine.customer_id and o.due_on = mine.due_on
                                """),
                        agent)
                    .bind("id", id)
                    .execute()
                > 0);
  }

  /** The call that the agent has taken; empty if they have not, or if it is not to be made now. */
  public Optional<Call> taken(String id, Agent agent) {
    return database.transact(
        handle ->
            bound(handle.createQuery(CALLS + THIS + MINE), agent)
                .bind("id", id)
                .map((row, context) -> call(row))
                .findFirst());
  }

  /**
   * The whole number of who is to be called, for the agent who has taken the call; who has seen it
   * is written down.
   */
  public Optional<String> reveal(String id, Agent agent) {
    return database.transact(
        handle -> {
          Optional<String> number =
              bound(handle.createQuery("select customer_id " + DUE + THIS + MINE), agent)
                  .bind("id", id)
                  .mapTo(String.class)
                  .findFirst();
          number.ifPresent(
              shown ->
                  Audit.note(handle, clocks.wallNow(), agent.login(), "reveal", id, "win-back"));
          return number;
        });
  }

  /**
   * Records what came of a call that the agent has taken; false if it is not to be made any more.
   * One without success is tried again on the next day.
   *
   * @param result one of {@link #RESULTS}; {@code never} forbids all further calls
   */
  public boolean record(String id, Agent agent, String result, String note) {
    if (!RESULTS.contains(result)) {
      throw new IllegalArgumentException("result must be of " + RESULTS + " but was " + result);
    }
    return database.transact(
        handle -> {
          boolean isDone = write(handle, id, agent, result, note) > 0;
          if (isDone && result.equals(NEVER)) {
            forbid(handle, id, agent);
          }
          if (isDone) {
            Audit.note(handle, clocks.wallNow(), agent.login(), "win-back", id, result);
          }
          return isDone;
        });
  }

  private int write(Handle handle, String id, Agent agent, String result, String note) {
    return bound(
            handle.createUpdate(
                LOCKED.formatted(MINE)
                    + """
                update win_backs o set attempts = o.attempts + 1, done_at = :now, note = :note,
                  result = case when :result <> 'attempted' or o.attempts + 1 >= :tries
                    then :result end,
                  agent = case when :result <> 'attempted' or o.attempts + 1 >= :tries
                    then :login end,
                  again_on = case when :result = 'attempted' then cast(:tomorrow as date) end
                from mine where o.customer_id = mine.customer_id and o.due_on = mine.due_on
                """),
            agent)
        .bind("id", id)
        .bind("result", result)
        .bind("note", note)
        .bind("tries", TRIES)
        .bind("tomorrow", sql.today().plusDays(1))
        .execute();
  }

  private void forbid(Handle handle, String id, Agent agent) {
    handle
        .createUpdate(
            """
            insert into never_call select customer_hash, :login, :now from exits where id = :id
            on conflict do nothing
            """)
        .bind("id", id)
        .bind("login", agent.login())
        .bind("now", clocks.wallNow())
        .execute();
  }

  private <T extends SqlStatement<T>> T bound(T statement, Agent agent) {
    return sql.bound(statement)
        .bind("login", agent.login())
        .bind("now", clocks.wallNow())
        .bind("dropped", clocks.wallNow().minus(HELD));
  }
}
