package dev.ebb.desk.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The cases that are to be worked or are being worked, best first: by priority, then act-by. */
public final class Queue {
  /** So many are counted; one more stands for all that there may be. */
  public static final int COUNTED = 1_000;

  private static final Duration CHOICES_KEPT = Duration.ofSeconds(10);
  private static final String BEGUN =
      "c.place = 'to-do' and (c.contact_from is null or c.contact_from <= :now)";
  private static final String CALLABLE =
      BEGUN + " and (c.contact_until is null or c.contact_until > :now)";

  private final Database database;
  private final Clocks clocks;
  private final Remembered<Choices> choices = new Remembered<>(this::findChoices, CHOICES_KEPT);

  /** The queue in this database. */
  public Queue(Database database, Clocks clocks) {
    this.database = database;
    this.clocks = clocks;
  }

  /**
   * The case that this agent should take next: one that they have already claimed; a callback that
   * they promised and that is due; the best of their own account-managed customers; the best of
   * all. A case that may not be called yet is passed over; one whose hours are over for today comes
   * after all that can be called. Nothing is claimed by asking.
   */
  public Optional<CaseCard> nextFor(Agent agent) {
    return database.transact(
        handle ->
            best(handle, "c.place = 'held' and c.holder = :login", agent)
                .or(() -> free(handle, CALLABLE, agent))
                .or(() -> free(handle, BEGUN, agent)));
  }

  private Optional<CaseCard> free(Handle handle, String where, Agent agent) {
    return best(handle, where + " and c.holder = :login", agent)
        .or(
            () ->
                agent.managerId() == null
                    ? Optional.empty()
                    : best(handle, where + " and c.manager_id = :manager", agent))
        .or(() -> first(handle, QueueSql.bestInIndex(where), agent));
  }

  /** The best of a few. */
  private Optional<CaseCard> best(Handle handle, String where, Agent agent) {
    return first(handle, QueueSql.best(where), agent);
  }

  private Optional<CaseCard> first(Handle handle, String sql, Agent agent) {
    return handle
        .createQuery(sql)
        .bind("login", agent.login())
        .bind("manager", agent.managerId())
        .bind("now", clocks.now())
        .map((row, context) -> CaseRows.card(row))
        .findFirst();
  }

  /**
   * A page of the queue.
   *
   * @param agent whose cases are {@code mine}
   * @param after where the last page ended, or null for the first page
   * @param limit 1 to 500
   */
  public QueuePage page(QueueFilter filter, Agent agent, QueueCursor after, int limit) {
    return database.transact(
        handle -> {
          long total = count(handle, filter, agent);
          String sql = QueueSql.page(filter, after != null, total <= COUNTED, limit + 1);
          Query query = bound(handle.createQuery(sql), filter, agent, clocks.now());
          if (after != null) {
            query.bind("priority", after.priority());
            query.bind("actBy", after.actBy());
            query.bind("alertId", after.alertId());
          }
          List<CaseCard> cards = query.map((row, context) -> CaseRows.card(row)).list();
          boolean isLast = cards.size() <= limit;
          List<CaseCard> shown = isLast ? cards : cards.subList(0, limit);
          return new QueuePage(
              shown, total, isLast ? null : QueueCursor.after(shown.get(limit - 1)));
        });
  }

  /** How many cases there are; beyond {@link #COUNTED} nobody counts on. */
  public long count(QueueFilter filter, Agent agent) {
    return database.transact(handle -> count(handle, filter, agent));
  }

  private long count(Handle handle, QueueFilter filter, Agent agent) {
    Query query = handle.createQuery(QueueSql.count(filter, COUNTED + 1));
    return bound(query, filter, agent, clocks.now()).mapTo(long.class).one();
  }

  /**
   * What the queue can be filtered by: the rules and regions of its cases, as of some seconds ago.
   */
  public Choices choices() {
    return choices.get();
  }

  private Choices findChoices() {
    return database.transact(
        handle ->
            new Choices(
                texts(handle, "select distinct unnest(rules) as it from cases"),
                texts(handle, "select distinct region as it from cases")));
  }

  /** Rules and regions of the cases in the queue, in alphabetical order. */
  public record Choices(List<String> rules, List<String> regions) {}

  private static List<String> texts(Handle handle, String select) {
    return handle
        .createQuery(
            "select it from ("
                + select
                + " where place in ('to-do', 'held')) as them where it is not null order by it")
        .mapTo(String.class)
        .list();
  }

  private static Query bound(Query query, QueueFilter filter, Agent agent, Instant now) {
    return query
        .bind("tier", filter.tier() == null ? null : filter.tier().label())
        .bind("rule", filter.rule())
        .bind("region", filter.region())
        .bind("lever", filter.lever())
        .bind("stage", filter.stage() == null ? null : filter.stage().code())
        .bind("words", QueueSql.words(filter.text()))
        .bind("login", agent.login())
        .bind("manager", agent.managerId())
        .bind("now", now);
  }
}
