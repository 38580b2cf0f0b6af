package dev.ebb.desk.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Whether it all helps, over what the desk's store holds. A span is business time, from its begin
 * up to, not with, its end; days are the operator's.
 */
public final class Figures {
  private static final Duration FOLLOW_UP = Duration.ofDays(60);

  /** The span's cases that were drawn for one of the groups; whatever was told first counts. */
  private static final String DRAWN =
      """
      select alert_id, coalesce(c.customer_hash, w.customer_hash) as customer_hash,
        coalesce(c.opened_at, w.opened_at) as opened_at,
        case when w.told_at <= w.opened_at then coalesce(w.playbook, c.playbook)
          else coalesce(c.playbook, w.playbook) end as playbook,
        coalesce(w.arm = 'held-out', false) as held
      from (
        select alert_id, customer_hash, opened_at, coalesce(first_playbook, playbook) as playbook
        from cases where opened_at >= :from and opened_at < :to
      ) c full join (
        select alert_id, customer_hash, opened_at, told_at, playbook,
          coalesce(arm, case when reason = 'hold-out' then 'held-out'
            when reason in ('budget', 'household') then 'treated' end) as arm
        from withheld where opened_at >= :from and opened_at < :to
      ) w using (alert_id)
      where c.customer_hash is not null or w.arm is not null
      """;

  private final SpanSql sql;

  /** Figures of this database's cases. */
  public Figures(Database database, ZoneId zone) {
    this.sql = new SpanSql(database, zone);
  }

  /** A span of business time. */
  public record Span(Instant from, Instant to) {}

  /**
   * Cases that began in a span, and how far they came; each case counts once in each number, and
   * whoever has spoken with an agent was attempted and reached.
   *
   * @param saved told as saved by the job, whatever came later
   */
  public record Funnel(long alerted, long attempted, long reached, long accepted, long saved) {}

  /** So many exits of this cause. */
  public record Cause(String cause, boolean isKnown, long exits) {}

  /** How far the span's cases came. */
  public Funnel funnel(Span span) {
    return sql.all(
            span,
            """
            with began as (
              select count(*) as alerted, count(*) filter (where state = 'saved') as saved
              from cases c where %1$s
            ), tried as (
              select bool_or(o.kind <> 'attempted') as reached,
                bool_or(o.kind = 'accepted') as accepted
              from outcomes o join cases c using (alert_id)
              where %1$s and %2$s
                and o.kind in ('attempted', 'reached', 'accepted', 'declined', 'callback')
              group by alert_id
            )
            select (select alerted from began) as alerted,
              count(*) as attempted,
              count(*) filter (where reached) as reached,
              count(*) filter (where accepted) as accepted,
              (select saved from began) + (select count(*) from %3$s s join cases c using (alert_id)
                where %1$s and c.state <> 'saved') as saved
            from tried
            """
                .formatted(SpanSql.BEGAN, SpanSql.WORKED, SpanSql.SAVED),
            (row, context) ->
                new Funnel(
                    row.getLong("alerted"),
                    row.getLong("attempted"),
                    row.getLong("reached"),
                    row.getLong("accepted"),
                    row.getLong("saved")))
        .get(0);
  }

  /**
   * Those drawn to be worked against those held out, by playbook. As drawn, so counted: among the
   * treated are also those whom the day's budget or another one of the household kept from being
   * called. A customer counts once in a playbook, by the first case of the span; a case counts for
   * its first playbook. Of who was erased nobody knows any more whether they left: they do not
   * count.
   *
   * @param now cases younger than 60 days are left out
   */
  public List<Uplift> uplift(Span span, Instant now) {
    Instant decided = now.minus(FOLLOW_UP);
    return sql.all(
        new Span(span.from(), span.to().isBefore(decided) ? span.to() : decided),
        """
        with them as materialized (
          select distinct on (customer_hash, playbook) * from (%s) drawn
          where playbook is not null and customer_hash <> ''
          order by customer_hash, playbook, opened_at, alert_id
        ), gone as (
          select distinct c.customer_hash, c.playbook from them c join exits e on %s
        )
        select playbook,
          count(*) filter (where not held) as treated,
          count(*) filter (where not held and g.customer_hash is not null) as has_left,
          count(*) filter (where held) as held_out,
          count(*) filter (where held and g.customer_hash is not null) as held_out_left
        from them left join gone g using (customer_hash, playbook)
        group by playbook order by playbook
        """
            .formatted(DRAWN, SpanSql.LEFT),
        (row, context) ->
            new Uplift(
                row.getString("playbook"),
                row.getLong("treated"),
                row.getLong("has_left"),
                row.getLong("held_out"),
                row.getLong("held_out_left")));
  }

  /**
   * How many whole days before they left those who left in the span were first told of; the median.
   * As in the job's own figure, alerts more than 90 days apart do not hang together.
   */
  public OptionalDouble medianLeadDays(Span span) {
    return sql
        .all(
            span,
            """
            with told as (
              select e.customer_id, e.at as left_at, coalesce(min(n.at), c.opened_at) as at
              from exits e join cases c using (customer_hash) left join case_news n using (alert_id)
              where e.at >= :from and e.at < :to
              group by e.customer_id, c.alert_id
            ), ordered as (
              select customer_id, left_at, at, coalesce(at > lag(at)
                over (partition by customer_id order by at) + interval '2160 hours', true) as begins
              from told where at <= left_at
            ), alerts as (
              select left_at, max(at) filter (where begins) as first, max(at) as last
              from ordered group by customer_id, left_at
            )
            select percentile_cont(0.5) within group (
              order by floor(extract(epoch from left_at - first) / 86400)) as days
            from alerts where left_at <= last + interval '2160 hours'
            """,
            (row, context) -> row.getObject("days", Double.class))
        .stream()
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .findFirst();
  }

  /** Why people left in the span, the most frequent cause first. */
  public List<Cause> causes(Span span) {
    return sql.all(
        span,
        """
        select cause, cause <> 'unknown' as known, count(*) as exits from exits
        where at >= :from and at < :to group by cause order by exits desc, cause
        """,
        (row, context) ->
            new Cause(row.getString("cause"), row.getBoolean("known"), row.getLong("exits")));
  }
}
