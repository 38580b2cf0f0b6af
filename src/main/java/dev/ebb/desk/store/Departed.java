package dev.ebb.desk.store;

import dev.ebb.codec.Masking;
import dev.ebb.risk.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Those who have left, and the calls that may win them back. */
public final class Departed {
  /** What can come of a call. */
  public static final Set<String> RESULTS =
      Set.of("returned", "declined", "unreached", "reached", "wrong");

  private final Database database;
  private final Clocks clocks;

  /** The departed in this database. */
  public Departed(Database database, Clocks clocks) {
    this.database = database;
    this.clocks = clocks;
  }

  /**
   * One of the departed.
   *
   * @param id names the customer without a number, for {@link #record} and {@link #reveal}
   * @param customer the number, masked
   * @param dueOn when to call next, or null
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
      LocalDate dueOn,
      String playbook) {}

  /** Calls that are due on this day or before, of the most valuable customers first. */
  public List<Exit> due(LocalDate today, int limit) {
    return list(
        "join win_backs w on w.customer_id = e.customer_id and w.result is null"
            + " and w.due_on <= :today order by e.arpu desc, e.customer_id",
        today,
        limit);
  }

  /** The latest exits, newest first. */
  public List<Exit> newest(int limit) {
    return list(
        """
        left join lateral (select due_on, playbook from win_backs w
          where w.customer_id = e.customer_id and w.result is null order by due_on limit 1) w on true
        order by e.at desc, e.customer_id
        """,
        LocalDate.MAX.withYear(9_999),
        limit);
  }

  private List<Exit> list(String rest, LocalDate today, int limit) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select encode(e.customer_hash, 'hex') as id, e.customer_id, e.at, e.how,"
                        + " e.cause, e.known_by, e.arpu, e.tier, w.due_on, w.playbook from exits e "
                        + rest
                        + " limit :limit")
                .bind("today", today)
                .bind("limit", limit)
                .map((row, context) -> exit(row))
                .list());
  }

  private static Exit exit(ResultSet row) throws SQLException {
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

  /**
   * Records what came of a call; false if it is not to be made any more.
   *
   * @param result one of {@link #RESULTS}
   */
  public boolean record(String id, LocalDate dueOn, Agent agent, String result, String note) {
    if (!RESULTS.contains(result)) {
      throw new IllegalArgumentException("result must be of " + RESULTS + " but was " + result);
    }
    return database.transact(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      """
                      update win_backs w set result = :result, agent = :agent, done_at = :now, note = :note
                      from exits e where e.customer_id = w.customer_id and w.due_on = :on
                        and e.customer_hash = decode(:id, 'hex') and w.result is null
                      """)
                  .bind("result", result)
                  .bind("agent", agent.login())
                  .bind("now", clocks.wallNow())
                  .bind("note", note)
                  .bind("on", dueOn)
                  .bind("id", id)
                  .execute();
          if (changed > 0) {
            Audit.note(handle, clocks.wallNow(), agent.login(), "win-back", id, result);
          }
          return changed > 0;
        });
  }

  /** The whole number of one of the departed; who has seen it is written down. */
  public Optional<String> reveal(String id, Agent agent) {
    return database.transact(
        handle -> {
          Audit.note(handle, clocks.wallNow(), agent.login(), "reveal", id, "win-back");
          return handle
              .createQuery("select customer_id from exits where customer_hash = decode(:id, 'hex')")
              .bind("id", id)
              .mapTo(String.class)
              .findFirst();
        });
  }

  /** So many calls had this result. */
  public record Result(String result, long calls) {}

  /** What came of all calls so far. */
  public List<Result> results() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select result, count(*) as calls from win_backs where result is not null
                    group by result order by calls desc, result
                    """)
                .map((row, context) -> new Result(row.getString("result"), row.getLong("calls")))
                .list());
  }
}
