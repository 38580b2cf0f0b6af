package dev.ebb.desk.store;

import dev.ebb.desk.store.Figures.Span;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Asks for figures of a span of business time: {@code :from} up to, not with, {@code :to}. */
record SpanSql(Database database, ZoneId zone) {
  /** Whether the customer of {@code them} left within 60 days of the case, as {@code has_left}. */
  static final String HAS_LEFT =
      """
      cross join lateral (
        select exists (select 1 from exits e where e.customer_hash = them.customer_hash
          and e.at >= them.opened_at and e.at < them.opened_at + interval '1440 hours') as has_left
      ) gone
      """;

  /** The cases of which the job has ever told that they are saved. */
  static final String SAVED = "(select distinct alert_id from case_news where state = 'saved')";

  <T> List<T> all(Span span, String sql, RowMapper<T> mapper) {
    return database.transact(
        handle -> {
          Query query = handle.createQuery(sql);
          query.bind("from", span.from());
          query.bind("to", span.to());
          query.bind("zone", zone.getId());
          return query.map(mapper).list();
        });
  }
}
