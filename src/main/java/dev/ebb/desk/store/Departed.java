package dev.ebb.desk.store;

import dev.ebb.codec.Masking;
import dev.ebb.desk.store.Figures.Span;
import dev.ebb.risk.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Those who have left, why, and how many of them were called back. */
public final class Departed {
  private final Database database;
  private final WinBackSql sql;

  /** The departed in this database, and when they may be called. */
  public Departed(Database database, Clocks clocks, CallRules rules) {
    this.database = database;
    this.sql = new WinBackSql(clocks, rules);
  }

  /**
   * One of the departed.
   *
   * @param id names the exit, and the customer only while it is known
   * @param customer the number, masked
   * @param at business time
   * @param arpu minor units a month
   * @param callOn when to call next, or null if that is not to be or must not be now
   * @param playbook of that call, or null
   */
  public record Exit(
      String id,
      String customer,
      Instant at,
      String how,
      String cause,
      String knownBy,
      long arpu,
      Tier tier,
      LocalDate callOn,
      String playbook) {

    static Exit of(ResultSet row) throws SQLException {
      return new Exit(
          row.getString("id"),
          Masking.masked(row.getString("customer_id")),
          CaseRows.time(row, "at"),
          row.getString("how"),
          row.getString("cause"),
          row.getString("known_by"),
          row.getLong("arpu"),
          Labels.TIERS.get(row.getString("tier")),
          row.getObject("due_on", LocalDate.class),
          row.getString("playbook"));
    }
  }

  /** So many calls had this result. */
  public record Result(String result, long calls) {}

  /**
   * A page of the exits, newest first.
   *
   * @param after where the last page ended, or null
   */
  public List<Exit> page(PageCursor after, int limit) {
    String select =
        "select e.*, w.due_on, w.playbook "
            + WinBackSql.EXITS_WITH_NEXT_CALL
            + " where true"
            + PageCursor.behind("e.at", "e.id")
            + " limit :limit";
    return database.transact(
        handle ->
            PageCursor.bound(sql.bound(handle.createQuery(select)), after)
                .bind("limit", limit)
                .map((row, context) -> Exit.of(row))
                .list());
  }

  /**
   * What came of the calls that were made in a span of wall time, the most frequent first; of those
   * that are to be tried again, {@code attempted}.
   */
  public List<Result> results(Span span) {
    return database.transact(handle -> results(handle, span));
  }

  private static List<Result> results(Handle handle, Span span) {
    return handle
        .createQuery(
            """
            select coalesce(result, 'attempted') as result, count(*) as calls from win_backs
            where done_at >= :from and done_at < :to
            group by 1 order by calls desc, 1
            """)
        .bind("from", span.from())
        .bind("to", span.to())
        .map((row, context) -> new Result(row.getString("result"), row.getLong("calls")))
        .list();
  }
}
