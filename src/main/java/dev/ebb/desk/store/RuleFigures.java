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
  /**
   * Cases are added up by the rules that they have in common first: there are far fewer of these.
   */
  private static final String LINES =
      """
      with began as (
        select alert_id, opened_at, customer_hash, rules, state, false as held
        from cases where opened_at >= :from and opened_at < :to
        union all
        select alert_id, opened_at, customer_hash, rules, null, true
        from withheld where reason = 'hold-out' and opened_at >= :from and opened_at < :to
      ), worked as (
        select o.alert_id, bool_or(o.kind = 'wrong') as wrong,
          bool_or(o.kind not in ('claimed', 'released', 'snoozed')) as worked
        from began b join outcomes o using (alert_id) where not b.held group by o.alert_id
      ), gone as (
        select distinct b.alert_id, b.held
        from began b join exits e on e.customer_hash = b.customer_hash
          and e.at >= b.opened_at and e.at < b.opened_at + interval '1440 hours'
      ), sums as (
        select b.rules, count(*) filter (where not held) as cases,
          count(*) filter (where not held and w.worked) as worked,
          count(*) filter (where not held and w.wrong) as wrong,
          count(*) filter (where not held and (b.state = 'saved' or s.alert_id is not null))
            as saved,
          count(*) filter (where not held and g.alert_id is not null) as has_left,
          count(*) filter (where held) as held_out,
          count(*) filter (where held and g.alert_id is not null) as held_out_left
        from began b left join worked w using (alert_id) left join %s s using (alert_id)
          left join gone g using (alert_id, held)
        group by b.rules
      )
      select rule, sum(cases) as cases, sum(worked) as worked, sum(wrong) as wrong,
        sum(saved) as saved, sum(has_left) as has_left, sum(held_out) as held_out,
        sum(held_out_left) as held_out_left
      from sums cross join unnest(rules) as rule group by rule order by rule
      """
          .formatted(SpanSql.SAVED);

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
        LINES,
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
          select opened_at, unnest(rules) as rule, null as reason
          from cases where opened_at >= :from and opened_at < :to
          union all
          select opened_at, unnest(rules), reason
          from withheld where opened_at >= :from and opened_at < :to
        ) them
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
