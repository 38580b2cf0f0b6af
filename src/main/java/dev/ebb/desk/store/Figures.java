package dev.ebb.desk.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Whether it all helps, over what the desk's store holds. A span is business time, from its begin
 * up to, not with, its end; days and hours are the operator's.
 */
public final class Figures {
  private static final Duration FOLLOW_UP = Duration.ofDays(60);

  private final Database database;
  private final ZoneId zone;

  /** Figures of this database's cases. */
  public Figures(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  /** A span of business time. */
  public record Span(Instant from, Instant to) {}

  /** Cases that began in a span, and how far they came; each case counts once in each number. */
  public record Funnel(long alerted, long attempted, long reached, long accepted, long saved) {}

  /** What an agent did in an hour of the day, 0 to 23. */
  public record Workload(String agent, int hour, long outcomes) {}

  /**
   * How a rule does.
   *
   * @param wrong cases that agents found wrong
   * @param left cases whose customers left within 60 days, contacted or not
   * @param heldOut cases that nobody worked
   * @param heldOutLeft of these, whose customers left within 60 days: the rule's plain precision
   */
  public record RuleFigures(
      String rule,
      long cases,
      long worked,
      long wrong,
      long saved,
      long left,
      long heldOut,
      long heldOutLeft) {}

  /** Cases of a rule that began on a day; {@code withheld} is null for alerts, else the reason. */
  public record DayCount(LocalDate day, String rule, String withheld, long cases) {}

  /** So many exits of this cause. */
  public record Cause(String cause, boolean isKnown, long exits) {}

  /** So many refusals for this reason, such as an offer that was asked for and is not to be had. */
  public record Refused(String reason, long times) {}

  /** How far the span's cases came. */
  public Funnel funnel(Span span) {
    return all(
            span,
            """
            select count(*) as alerted,
              count(*) filter (where o.tried) as attempted,
              count(*) filter (where o.reached) as reached,
              count(*) filter (where o.accepted) as accepted,
              count(*) filter (where exists (select 1 from case_news n
                where n.alert_id = c.alert_id and n.state = 'saved')) as saved
            from cases c left join lateral (
              select bool_or(kind in ('attempted', 'reached', 'accepted', 'declined', 'callback')) as tried,
                bool_or(kind in ('reached', 'accepted', 'declined', 'callback')) as reached,
                bool_or(kind = 'accepted') as accepted
              from outcomes where alert_id = c.alert_id) o on true
            where c.opened_at >= :from and c.opened_at < :to
            """,
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
   * Treated against held out, by playbook.
   *
   * @param now cases younger than 60 days are left out
   */
  public List<Uplift> uplift(Span span, Instant now) {
    Instant decided = now.minus(FOLLOW_UP);
    return all(
        new Span(span.from(), span.to().isBefore(decided) ? span.to() : decided),
        """
        select playbook,
          count(*) filter (where not held) as treated,
          count(*) filter (where not held and has_left) as has_left,
          count(*) filter (where held) as held_out,
          count(*) filter (where held and has_left) as held_out_left
        from (
          select playbook, opened_at, customer_hash, false as held from cases
          union all
          select playbook, opened_at, customer_hash, true from withheld where reason = 'hold-out'
        ) them cross join lateral (%s) gone
        where opened_at >= :from and opened_at < :to and playbook is not null
        group by playbook order by playbook
        """
            .formatted(hasLeft("them")),
        (row, context) ->
            new Uplift(
                row.getString("playbook"),
                row.getLong("treated"),
                row.getLong("has_left"),
                row.getLong("held_out"),
                row.getLong("held_out_left")));
  }

  /** How many days before they left those who left in the span were told of; the median. */
  public OptionalDouble medianLeadDays(Span span) {
    return all(
            span,
            """
            select percentile_cont(0.5) within group (order by days) as days from (
              select extract(epoch from e.at - min(c.opened_at)) / 86400 as days
              from exits e join cases c using (customer_hash)
              where e.at >= :from and e.at < :to and c.opened_at <= e.at
                and c.opened_at > e.at - interval '90 days'
              group by e.customer_id, e.at) leads
            """,
            (row, context) -> row.getObject("days", Double.class))
        .stream()
        .filter(java.util.Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .findFirst();
  }

  /** Why people left in the span, the most frequent cause first. */
  public List<Cause> causes(Span span) {
    return all(
        span,
        """
        select cause, bool_or(known_by <> 'nothing') as known, count(*) as exits from exits
        where at >= :from and at < :to group by cause order by exits desc, cause
        """,
        (row, context) ->
            new Cause(row.getString("cause"), row.getBoolean("known"), row.getLong("exits")));
  }

  /** What each agent did in each hour of the day. */
  public List<Workload> workload(Span span) {
    return all(
        span,
        """
        select agent, extract(hour from at at time zone :zone)::int as hour, count(*) as outcomes
        from outcomes where at >= :from and at < :to and kind not in ('claimed', 'released')
        group by 1, 2 order by 1, 2
        """,
        (row, context) ->
            new Workload(row.getString("agent"), row.getInt("hour"), row.getLong("outcomes")));
  }

  /** How each rule does. */
  public List<RuleFigures> rules(Span span) {
    return all(
        span,
        """
        select rule, count(*) filter (where not held) as cases,
          count(*) filter (where worked) as worked, count(*) filter (where wrong) as wrong,
          count(*) filter (where saved) as saved,
          count(*) filter (where has_left and not held) as has_left,
          count(*) filter (where held) as held_out,
          count(*) filter (where held and has_left) as held_out_left
        from (
          select unnest(rules) as rule, opened_at, customer_hash, false as held,
            coalesce(last_outcome not in ('claimed', 'released'), false) as worked,
            coalesce(last_outcome = 'wrong', false) as wrong, state = 'saved' as saved
          from cases
          union all
          select unnest(rules), opened_at, customer_hash, true, false, false, false
          from withheld where reason = 'hold-out'
        ) them cross join lateral (%s) gone
        where opened_at >= :from and opened_at < :to
        group by rule order by rule
        """
            .formatted(hasLeft("them")),
        (row, context) ->
            new RuleFigures(
                row.getString("rule"),
                row.getLong("cases"),
                row.getLong("worked"),
                row.getLong("wrong"),
                row.getLong("saved"),
                row.getLong("has_left"),
                row.getLong("held_out"),
                row.getLong("held_out_left")));
  }

  /** Alerts, and what was withheld, by day, rule and reason. */
  public List<DayCount> days(Span span) {
    return all(
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

  /** For what reasons customers declined, the most frequent first. */
  public List<Refused> declined(Span span) {
    return all(
        span,
        """
        select reason, count(*) as times from outcomes
        where kind = 'declined' and reason is not null and at >= :from and at < :to
        group by reason order by times desc, reason
        """,
        (row, context) -> new Refused(row.getString("reason"), row.getLong("times")));
  }

  private static String hasLeft(String cases) {
    return """
        select exists (select 1 from exits e where e.customer_hash = %1$s.customer_hash
          and e.at >= %1$s.opened_at and e.at < %1$s.opened_at + interval '60 days') as has_left
        """
        .formatted(cases);
  }

  private <T> List<T> all(Span span, String sql, RowMapper<T> mapper) {
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
