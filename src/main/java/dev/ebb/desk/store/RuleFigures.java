package dev.ebb.desk.store;

import dev.ebb.desk.store.Figures.Span;
import dev.ebb.retention.Withheld;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the rules do. A case of several rules counts for each of them; of a span those count that
 * began in it.
 */
public final class RuleFigures {
  /**
   * Cases are added up by the rules that they have in common first: there are far fewer of these.
   * Without a rule, each case once.
   */
  private static final String COUNTS =
      """
      with told as (
        select %1$s as day, c.rules, null as reason, count(*) as cases,
          count(*) filter (where c.state = 'saved') as saved
        from cases c where %2$s group by 1, 2
        union all
        select %1$s, c.rules, c.reason, count(*), 0 from withheld c where %2$s group by 1, 2, 3
      )
      select day, rule, reason, sum(cases) as cases, sum(saved) as saved
      from told cross join unnest(rules) as rule group by 1, 2, 3
      union all
      select day, null, reason, sum(cases), sum(saved) from told group by 1, 3
      order by 1, 2, 3 nulls first
      """
          .formatted(SpanSql.day("c.opened_at"), SpanSql.BEGAN);

  /** What happened to some of the cases is found from what happened. */
  private static final String HAPPENED =
      """
      with sums (rules, worked, wrong, saved, has_left, held_out_left) as (
        select c.rules, count(*) filter (where o.worked), count(*) filter (where o.wrong), 0, 0, 0
        from cases c join (
          select o.alert_id, bool_or(o.kind = 'wrong') as wrong,
            bool_or(o.kind not in ('claimed', 'released', 'snoozed')) as worked
          from outcomes o where %1$s group by o.alert_id
        ) o using (alert_id) where %2$s group by c.rules
        union all
        select c.rules, 0, 0, count(*), 0, 0 from %3$s s join cases c using (alert_id)
        where %2$s and c.state <> 'saved' group by c.rules
        union all
        select c.rules, 0, 0, 0, count(distinct c.alert_id), 0
        from cases c join exits e on %4$s where %2$s group by c.rules
        union all
        select c.rules, 0, 0, 0, 0, count(distinct c.alert_id)
        from withheld c join exits e on %4$s where c.reason = 'hold-out' and %2$s group by c.rules
      )
      select rule, sum(worked) as worked, sum(wrong) as wrong, sum(saved) as saved,
        sum(has_left) as has_left, sum(held_out_left) as held_out_left
      from sums cross join unnest(rules) as rule group by rule
      """
          .formatted(SpanSql.WORKED, SpanSql.BEGAN, SpanSql.SAVED, SpanSql.LEFT);

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
      long heldOutLeft) {

    private static Line counted(Count it) {
      long cases = it.of().withheld() == null ? it.of().cases() : 0;
      long heldOut = Withheld.HOLD_OUT.label().equals(it.of().withheld()) ? it.of().cases() : 0;
      return new Line(it.of().rule(), cases, 0, 0, it.saved(), 0, heldOut, 0);
    }

    private Line plus(Line more) {
      return new Line(
          rule,
          cases + more.cases,
          worked + more.worked,
          wrong + more.wrong,
          saved + more.saved,
          left + more.left,
          heldOut + more.heldOut,
          heldOutLeft + more.heldOutLeft);
    }

    private boolean isEmpty() {
      return cases + heldOut == 0;
    }
  }

  /** So many cases of a rule that agents found wrong for this reason. */
  public record Wrong(String rule, String reason, long cases) {}

  /**
   * Cases of a rule that began on a day.
   *
   * @param withheld null for alerts, else the reason
   */
  public record DayCount(LocalDate day, String rule, String withheld, long cases) {}

  /**
   * What there is to tell of a span.
   *
   * @param lines how each rule does, by its id
   * @param days alerts, and what was withheld, by day, rule and reason
   * @param allDays the same by day and reason alone: each case counts once, and the rule is null
   */
  public record Told(List<Line> lines, List<DayCount> days, List<DayCount> allDays) {
    public Told {
      lines = List.copyOf(lines);
      days = List.copyOf(days);
      allDays = List.copyOf(allDays);
    }
  }

  private record Count(DayCount of, long saved) {}

  /** How the rules do, and on which days. */
  public Told of(Span span) {
    List<Count> counts = counts(span);
    Map<String, Line> lines = new TreeMap<>();
    counts.stream()
        .filter(it -> it.of().rule() != null)
        .forEach(it -> lines.merge(it.of().rule(), Line.counted(it), Line::plus));
    happened(span).forEach(it -> lines.merge(it.rule(), it, Line::plus));
    Map<Boolean, List<DayCount>> days =
        counts.stream().map(Count::of).collect(Collectors.partitioningBy(it -> it.rule() == null));
    return new Told(
        lines.values().stream().filter(it -> !it.isEmpty()).toList(),
        days.get(false),
        days.get(true));
  }

  private List<Count> counts(Span span) {
    return sql.all(
        span,
        COUNTS,
        (row, context) ->
            new Count(
                new DayCount(
                    sql.day(span, row.getInt("day")),
                    row.getString("rule"),
                    row.getString("reason"),
                    row.getLong("cases")),
                row.getLong("saved")));
  }

  private List<Line> happened(Span span) {
    return sql.all(
        span,
        HAPPENED,
        (row, context) ->
            new Line(
                row.getString("rule"),
                0,
                row.getLong("worked"),
                row.getLong("wrong"),
                row.getLong("saved"),
                row.getLong("has_left"),
                0,
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
}
