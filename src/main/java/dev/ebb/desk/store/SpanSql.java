package dev.ebb.desk.store;

import dev.ebb.desk.store.Figures.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Asks for figures of a span of business time: {@code :from} up to, not with, {@code :to}. */
record SpanSql(Database database, ZoneId zone) {
  /** Of a day. */
  static final int HOURS = 24;

  /** The case {@code c} began in the span. */
  static final String BEGAN = "c.opened_at >= :from and c.opened_at < :to";

  /** The exit {@code e} is of the customer of the case {@code c}, within 60 days of it. */
  static final String LEFT =
      """
      e.customer_hash = c.customer_hash and e.at >= c.opened_at
        and e.at < c.opened_at + interval '1440 hours'\
      """;

  /** The outcome {@code o} may be of a case of the span: nobody works one a day ahead of it. */
  static final String WORKED = "o.at >= cast(:from as timestamptz) - interval '24 hours'";

  /** The cases of which the job has ever told that they are saved. */
  static final String SAVED = "(select distinct alert_id from case_news where state = 'saved')";

  /** The number of the day on which {@code at} is, for {@link #day}. */
  static String day(String at) {
    return "width_bucket(%s, (select cast(:days as timestamptz[])))".formatted(at);
  }

  /**
   * The number of the day's hour in which {@code at} is, for {@link #byHour}: 1 to 24 are those of
   * the first day.
   */
  static String hour(String at) {
    return "width_bucket(%s, (select cast(:hours as timestamptz[])))".formatted(at);
  }

  /** The day of this number. */
  LocalDate day(Span span, int number) {
    return first(span).plusDays(number - 1L);
  }

  private LocalDate first(Span span) {
    return span.from().atZone(zone).toLocalDate();
  }

  /**
   * When the span's days, or their hours, begin: PostgreSQL need not ask the calendar of each time.
   */
  private List<String> begins(Span span, int aDay) {
    return Stream.iterate(first(span), day -> day.plusDays(1))
        .takeWhile(day -> day.atStartOfDay(zone).toInstant().isBefore(span.to()))
        .flatMap(day -> IntStream.range(0, aDay).mapToObj(hour -> day.atTime(hour, 0).atZone(zone)))
        .map(begin -> begin.toInstant().toString())
        .toList();
  }

  <T> List<T> all(Span span, String sql, RowMapper<T> mapper) {
    return all(span, sql, "days", begins(span, 1), mapper);
  }

  /** The same where {@link #hour} is asked for. */
  <T> List<T> byHour(Span span, String sql, RowMapper<T> mapper) {
    return all(span, sql, "hours", begins(span, HOURS), mapper);
  }

  private <T> List<T> all(
      Span span, String sql, String marks, List<String> begins, RowMapper<T> mapper) {
    return database.transact(
        handle -> {
          Query query = handle.createQuery(sql);
          query.bind("from", span.from());
          query.bind("to", span.to());
          query.bindArray(marks, String.class, begins);
          return query.map(mapper).list();
        });
  }
}
