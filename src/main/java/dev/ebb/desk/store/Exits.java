package dev.ebb.desk.store;

import dev.ebb.codec.Masking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Those who have left, page by page. */
public final class Exits {
  private final Database database;
  private final WinBackSql sql;

  /** The exits in this database, and when they may be called. */
  public Exits(Database database, Clocks clocks, CallRules rules) {
    this.database = database;
    this.sql = new WinBackSql(clocks, rules);
  }

  /**
   * One of them.
   *
   * @param id names the exit, and the customer only while it is known
   * @param customer the number, masked
   * @param callOn when to call next, or null if that is not to be or must not be now
   */
  public record Exit(
      String id,
      String customer,
      Instant at,
      String how,
      String cause,
      String knownBy,
      long arpu,
      String tier,
      LocalDate callOn,
      String playbook) {}

  /**
   * A page, newest first.
   *
   * @param after where the last page ended, or null
   */
  public List<Exit> page(PageCursor after, int limit) {
    String select =
        """
        select e.id, e.customer_id, e.at, how, cause, known_by, arpu,
          tier, w.due_on, w.playbook
        """
            + WinBackSql.EXITS_WITH_NEXT_CALL
            + " where true";
    return database.transact(
        handle ->
            PageCursor.bound(
                    sql.bound(
                        handle.createQuery(
                            select + PageCursor.behind("e.at", "e.id") + " limit :limit")),
                    after)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Exit(
                            row.getString("id"),
                            Masking.masked(row.getString("customer_id")),
                            CaseRows.time(row, "at"),
                            row.getString("how"),
                            row.getString("cause"),
                            row.getString("known_by"),
                            row.getLong("arpu"),
                            row.getString("tier"),
                            row.getObject("due_on", LocalDate.class),
                            row.getString("playbook")))
                .list());
  }
}
