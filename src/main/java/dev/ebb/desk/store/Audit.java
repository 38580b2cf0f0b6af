package dev.ebb.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Who did what: reveals, searches of programs, claims and outcomes, changes of rules, accounts and
 * tokens, sign-ins.
 */
public final class Audit {
  private final Database database;
  private final Clocks clocks;

  /** The log in this database. */
  public Audit(Database database, Clocks clocks) {
    this.database = database;
    this.clocks = clocks;
  }

  /**
   * An entry of the log.
   *
   * @param at wall time
   * @param actor login, or the name of a token
   * @param action a word such as {@code reveal}
   * @param subject what it was done to, never a customer's number; or null
   */
  public record Line(Instant at, String actor, String action, String subject, String detail) {}

  /** Writes an entry on its own. */
  public void note(String actor, String action, String subject, String detail) {
    database.transact(
        handle -> {
          note(handle, clocks.wallNow(), actor, action, subject, detail);
          return null;
        });
  }

  /** Writes an entry together with what it tells of. */
  static void note(
      Handle handle, Instant at, String actor, String action, String subject, String detail) {
    handle
        .createUpdate(
            """
            insert into audit (at, actor, action, subject, detail)
            values (:at, :actor, :action, :subject, :detail)
            """)
        .bind("at", at)
        .bind("actor", actor)
        .bind("action", action)
        .bind("subject", subject)
        .bind("detail", detail)
        .execute();
  }

  /** What leads have changed in a span of wall time: rules and limits, oldest first. */
  public List<Line> decisions(Figures.Span span) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select at, actor, action, subject, detail from audit
                    where (action like 'rule-%' or action = 'team-limits')
                      and at >= :from and at < :to
                    order by id
                    """)
                .bind("from", span.from())
                .bind("to", span.to())
                .map((row, context) -> line(row))
                .list());
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        CaseRows.time(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"));
  }

  /**
   * The newest entries, newest first.
   *
   * @param limit 1 to 1,000
   */
  public List<Line> newest(int limit) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select at, actor, action, subject, detail from audit order by id desc
                    limit :limit
                    """)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
  }
}
