package dev.ebb.desk.store;

import dev.ebb.desk.store.Figures.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How the rules do. A case of several rules counts for each of them; of a span those count that
 * began in it.
 */
public final class RuleFigures {
  private final SpanSql sql;

  /** Figures of this database's cases. */
  public RuleFigures(Database database, ZoneId zone) {
    this.sql = new SpanSql(database, zone);
  }

  /**
   * How a rule does, so far: of a case younger than 60 days it is not known yet whether its
   * customer leaves.
   *
   * @param cases that might be worked
   * @param worked of which an agent has recorded something
   * @param wrong cases that agents found wrong
   * @param left cases whose customers left within 60 days, contacted or not
   * @param heldOut cases that nobody worked
   * @param heldOutLeft of these, whose customers left within 60 days: the rule's plain precision
   */
  public record Line(
      String rule,
      long cases,
      long worked,
      long wrong,
      long saved,
      long left,
      long heldOut,
      long heldOutLeft) {}

  /** So many cases of a rule that agents found wrong for this reason. */
  public record Wrong(String rule, String reason, long cases) {}

  /**
   * Cases of a rule that began on a day.
   *
   * @param withheld null for alerts, else the reason
   */
  public record DayCount(LocalDate day, String rule, String withheld, long cases) {}

  /** How each rule does. */
  public List<Line> lines(Span span) {
    return sql.all(
        span,
        """
        select rule, count(*) filter (where not held) as cases,
          count(*) filter (where worked) as worked, count(*) filter (where wrong) as wrong,
          count(*) filter (where saved) as saved,
          count(*) filter (where has_left and not held) as has_left,
          count(*) filter (where held) as held_out,
          count(*) filter (where held and has_left) as held_out_left
        from (
          select unnest(c.rules) as rule, c.opened_at, c.customer_hash, false as held,
            o.worked, o.wrong, %s as saved
          from cases c left join lateral (
            select bool_or(kind not in ('claimed', 'released', 'snoozed')) as worked,
              bool_or(kind = 'wrong') as wrong
            from outcomes where alert_id = c.alert_id) o on true
          where c.opened_at >= :from and c.opened_at < :to
          union all
          select unnest(rules), opened_at, customer_hash, true, false, false, false
          from withheld where reason = 'hold-out' and opened_at >= :from and opened_at < :to
        ) them %s
        group by rule order by rule
        """
            .formatted(SpanSql.SAVED, SpanSql.HAS_LEFT),
        (row, context) ->
            new Line(
                row.getString("rule"),
                row.getLong("cases"),
                row.getLong("worked"),
                row.getLong("wrong"),
                row.getLong("saved"),
                row.getLong("has_left"),
                row.getLong("held_out"),
                row.getLong("held_out_left")));
  }

  /** For what reasons agents found the rules' cases wrong, the most frequent first. */
  public List<Wrong> wrong(Span span) {
    return sql.all(
        span,
        """
        select rule, o.reason, count(distinct c.alert_id) as cases
        from cases c cross join unnest(c.rules) as rule
        join outcomes o on o.alert_id = c.alert_id and o.kind = 'wrong'
        where c.opened_at >= :from and c.opened_at < :to
        group by 1, 2 order by 1, 3 desc, 2
        """,
        (row, context) ->
            new Wrong(row.getString("rule"), row.getString("reason"), row.getLong("cases")));
  }

  /** Alerts, and what was withheld, by day, rule and reason. */
  public List<DayCount> days(Span span) {
    return sql.all(
        span,
        """
        select (opened_at at time zone :zone)::date as day, rule, reason, count(*) as cases from (
          select opened_at, unnest(rules) as rule, null as reason from cases
          union all
          select opened_at, unnest(rules), reason from withheld
        ) them
        where opened_at >= :from and opened_at < :to
        group by 1, 2, 3 order by 1, 2, 3 nulls first
        """,
        (row, context) ->
            new DayCount(
                row.getObject("day", LocalDate.class),
                row.getString("rule"),
                row.getString("reason"),
                row.getLong("cases")));
  }

  /** The same by day and reason alone: each case counts once, and {@code rule} is null. */
  public List<DayCount> allDays(Span span) {
    return sql.all(
        span,
        """
        select (opened_at at time zone :zone)::date as day, reason, count(*) as cases from (
          select opened_at, null as reason from cases
          union all
          select opened_at, reason from withheld
        ) them
        where opened_at >= :from and opened_at < :to
        group by 1, 2 order by 1, 2 nulls first
        """,
        (row, context) ->
            new DayCount(
                row.getObject("day", LocalDate.class),
                null,
                row.getString("reason"),
                row.getLong("cases")));
  }
}
