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
              select alert_id, state from cases where opened_at >= :from and opened_at < :to
            ), tried as (
              select o.alert_id, bool_or(o.kind <> 'attempted') as reached,
                bool_or(o.kind = 'accepted') as accepted
              from began join outcomes o using (alert_id)
              where o.kind in ('attempted', 'reached', 'accepted', 'declined', 'callback')
              group by o.alert_id
            )
            select (select count(*) from began) as alerted,
              count(*) as attempted,
              count(*) filter (where reached) as reached,
              count(*) filter (where accepted) as accepted,
              (select count(*) from began left join %s s using (alert_id)
                where state = 'saved' or s.alert_id is not null) as saved
            from tried
            """
                .formatted(SpanSql.SAVED),
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
        select playbook,
          count(*) filter (where not held) as treated,
          count(*) filter (where not held and has_left) as has_left,
          count(*) filter (where held) as held_out,
          count(*) filter (where held and has_left) as held_out_left
        from (
          select distinct on (customer_hash, playbook) * from (%s) drawn
          where playbook is not null and customer_hash <> ''
          order by customer_hash, playbook, opened_at, alert_id
        ) them %s
        group by playbook order by playbook
        """
            .formatted(DRAWN, SpanSql.HAS_LEFT),
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
            select percentile_cont(0.5) within group (order by days) as days from (
              select floor(extract(epoch from e.at - alerts.first) / 86400) as days
              from exits e cross join lateral (
                select max(at) filter (where begins) as first, max(at) as last from (
                  select at, coalesce(
                    at > lag(at) over (order by at) + interval '2160 hours', true) as begins
                  from (
                    select coalesce((select min(n.at) from case_news n
                      where n.alert_id = c.alert_id), c.opened_at) as at
                    from cases c where c.customer_hash = e.customer_hash) told
                  where told.at <= e.at) ordered) alerts
              where e.at >= :from and e.at < :to
                and e.at <= alerts.last + interval '2160 hours') leads
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
