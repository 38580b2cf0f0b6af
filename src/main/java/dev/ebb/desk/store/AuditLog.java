package dev.ebb.desk.store;

import dev.ebb.codec.Masking;
import dev.ebb.desk.store.Figures.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/** Reads the audit log, newest first. */
public final class AuditLog {
  private static final int BATCH = 500;
  private static final Set<String> TYPED = Set.of("reveal", "outcome", "win-back");

  private static final String SELECT =
      """
      select a.id, a.at, a.actor, a.action, a.subject, a.detail,
        c.alert_id is not null as is_case, coalesce(c.customer_id, e.customer_id) as customer_id
      from audit a left join cases c on c.alert_id = a.subject
        left join exits e on e.id = a.subject
      where true
      """;

  private static final String NEWEST_FIRST = " order by a.at desc, a.id desc";

  private final Database database;

  /** The log in this database. */
  public AuditLog(Database database) {
    this.database = database;
  }

  /**
   * Which entries are wanted; null: any.
   *
   * @param actor login, or the name of a token
   * @param span of wall time
   */
  public record Filter(String actor, AuditKind kind, Span span) {}

  /** Where a page ends and the next one begins. */
  public record Mark(Instant at, long id) {
    @Override
    public String toString() {
      return at + "~" + id;
    }

    /** Reads what {@link #toString} wrote; null if the text is none. */
    public static Mark parse(String text) {
      PageCursor cursor = text == null ? null : PageCursor.parse(text);
      return cursor == null || !cursor.id().matches("\\d{1,18}")
          ? null
          : new Mark(cursor.at(), Long.parseLong(cursor.id()));
    }
  }

  /**
   * An entry.
   *
   * @param at wall time
   * @param isCase whether the subject is a case
   * @param customer the number, masked, if the subject is a case or an exit that is not erased
   * @param detail with numbers masked where somebody has typed it
   */
  public record Line(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      boolean isCase,
      String customer,
      String detail) {

    /** Where it stands. */
    public Mark mark() {
      return new Mark(at, id);
    }
  }

  /**
   * A page.
   *
   * @param after where the last page ended, or null
   */
  public List<Line> page(Filter filter, Mark after, int limit) {
    String sql = SELECT + conditions(filter, after) + NEWEST_FIRST + " limit :limit";
    return database.transact(
        handle ->
            bound(handle.createQuery(sql), filter, after)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
  }

  /** Reads all entries; however many there are, few are held at a time. */
  public void read(Filter filter, Consumer<Line> sink) {
    String sql = SELECT + conditions(filter, null) + NEWEST_FIRST;
    database.transact(
        handle -> {
          bound(handle.createQuery(sql), filter, null)
              .setFetchSize(BATCH)
              .map((row, context) -> line(row))
              .forEach(sink);
          return null;
        });
  }

  /** Who may have done something: accounts and tokens, in alphabetical order. */
  public List<String> actors() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select login from accounts union select 'token:' || name from api_tokens
                    order by 1 limit 500
                    """)
                .mapTo(String.class)
                .list());
  }

  private static String conditions(Filter filter, Mark after) {
    StringBuilder where = new StringBuilder();
    if (filter.actor() != null) {
      where.append(" and a.actor = :actor");
    }
    if (filter.kind() != null) {
      where.append(" and a.action = any(:actions)");
    }
    if (filter.span() != null) {
      where.append(" and a.at >= :from and a.at < :to");
    }
    if (after != null) {
      where.append(" and (a.at, a.id) < (:afterAt, :afterId)");
    }
    return where.toString();
  }

  private static Query bound(Query query, Filter filter, Mark after) {
    if (filter.kind() != null) {
      query.bindArray("actions", String.class, filter.kind().actions());
    }
    if (filter.span() != null) {
      query.bind("from", filter.span().from()).bind("to", filter.span().to());
    }
    if (after != null) {
      query.bind("afterAt", after.at()).bind("afterId", after.id());
    }
    return query.bind("actor", filter.actor());
  }

  private static Line line(ResultSet row) throws SQLException {
    String action = row.getString("action");
    String customer = row.getString("customer_id");
    String detail = row.getString("detail");
    return new Line(
        row.getLong("id"),
        CaseRows.time(row, "at"),
        row.getString("actor"),
        action,
        row.getString("subject"),
        row.getBoolean("is_case"),
        customer == null ? null : Masking.masked(customer),
        detail != null && isTyped(action) ? Export.withoutNumbers(detail) : detail);
  }

  /** Of other entries the desk writes the detail, with dates and addresses like numbers. */
  private static boolean isTyped(String action) {
    return action.startsWith("rule-") || TYPED.contains(action);
  }
}
