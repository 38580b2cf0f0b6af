package dev.ebb.desk.store;

import dev.ebb.desk.store.Figures.Span;
import java.time.ZoneId;
import java.util.List;

/** What the team does, and what customers wanted of it. Hours are the operator's. */
public final class TeamFigures {
  private final SpanSql sql;

  /** Figures of this database's outcomes. */
  public TeamFigures(Database database, ZoneId zone) {
    this.sql = new SpanSql(database, zone);
  }

  /**
   * What an agent did in an hour of the day, summed up over the span.
   *
   * @param hour 0 to 23
   * @param claims cases taken; on how many days that was
   * @param outcomes what came of them
   */
  public record Workload(String agent, int hour, long claims, long outcomes, long days) {}

  /** So many refusals for this reason, such as an offer that was asked for and is not to be had. */
  public record Refused(String reason, long times) {}

  /**
   * What each agent did in each hour of the day.
   *
   * @param days on how many days anybody worked
   */
  public record Work(List<Workload> workloads, long days) {
    public Work {
      workloads = List.copyOf(workloads);
    }
  }

  private record Hour(Workload workload, long daysOfAll) {}

  /** What was done in the span. */
  public Work work(Span span) {
    List<Hour> hours =
        sql.byHour(
            span,
            """
            with hours as (
              select agent, %1$s - 1 as hour, count(*) filter (where kind = 'claimed') as claims,
                count(*) filter (where kind <> 'claimed') as outcomes
              from outcomes where at >= :from and at < :to and kind <> 'released'
              group by 1, 2
            )
            select agent, hour %% %2$d as hour, sum(claims) as claims, sum(outcomes) as outcomes,
              count(*) as days, (select count(distinct hour / %2$d) from hours) as days_of_all
            from hours group by 1, 2 order by 1, 2
            """
                .formatted(SpanSql.hour("at"), SpanSql.HOURS),
            (row, context) ->
                new Hour(
                    new Workload(
                        row.getString("agent"),
                        row.getInt("hour"),
                        row.getLong("claims"),
                        row.getLong("outcomes"),
                        row.getLong("days")),
                    row.getLong("days_of_all")));
    return new Work(
        hours.stream().map(Hour::workload).toList(),
        hours.isEmpty() ? 0 : hours.get(0).daysOfAll());
  }

  /** For what reasons customers declined, the most frequent first. */
  public List<Refused> declined(Span span) {
    return refused(span, "reason");
  }

  /** What customers asked for that is not to be had, the most frequent first. */
  public List<Refused> asked(Span span) {
    return refused(span, "asked");
  }

  private List<Refused> refused(Span span, String column) {
    return sql.all(
        span,
        """
        select %1$s as reason, count(*) as times from outcomes
        where kind = 'declined' and %1$s is not null and at >= :from and at < :to
        group by 1 order by times desc, reason
        """
            .formatted(column),
        (row, context) -> new Refused(row.getString("reason"), row.getLong("times")));
  }
}
