package dev.ebb.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What webhooks are to be told, were told, and could not be told. */
public final class Deliveries {
  private static final String COLUMNS =
      "id, webhook_id, event, alert_id, created_at, attempts, next_at, delivered_at, failure";

  private final Database database;

  /** The deliveries in this database. */
  public Deliveries(Database database) {
    this.database = database;
  }

  /** How far a delivery is. */
  public enum State {
    /** It is still to arrive. */
    WAITING("next_at is not null"),
    /** It has arrived. */
    DELIVERED("next_at is null and delivered_at is not null"),
    /** It was given up. */
    DEAD("next_at is null and delivered_at is null");

    private final String condition;

    private static State of(Instant nextAt, Instant deliveredAt) {
      return nextAt != null ? WAITING : deliveredAt != null ? DELIVERED : DEAD;
    }

    State(String condition) {
      this.condition = condition;
    }

    /** The word in the interface. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A delivery.
   *
   * @param state a word of {@link State}
   * @param attempts so far, since it was sent for the first time or again by hand
   * @param nextAt when it is tried next, or null
   * @param failure of the last try, or null
   */
  public record Delivery(
      String id,
      String webhook,
      String event,
      String alertId,
      Instant createdAt,
      String state,
      int attempts,
      Instant nextAt,
      Instant deliveredAt,
      String failure) {}

  /** What is to be sent now, in an attempt that has been counted already. */
  public record Due(
      String id, String webhook, String url, byte[] secret, String body, int attempts) {}

  /** The webhooks for which something is due. */
  public List<String> dueWebhooks(Instant now) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select id from webhooks w where exists (
                      select 1 from deliveries where webhook_id = w.id and next_at <= :now)
                    """)
                .bind("now", now)
                .mapTo(String.class)
                .list());
  }

  /**
   * Takes what is due for a webhook, oldest first. It is nobody else's until then; whoever is
   * killed with it leaves it to be sent again.
   */
  public List<Due> lease(String webhook, int limit, Instant now, Instant until) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    with due as materialized (
                      select id from deliveries where webhook_id = :webhook and next_at <= :now
                      order by next_at, id limit :limit for update skip locked)
                    update deliveries d set attempts = d.attempts + 1, next_at = :until
                    from webhooks w, due
                    where w.id = d.webhook_id and d.id = due.id
                    returning d.id, w.id as webhook, w.url, w.secret, d.body, d.attempts
                    """)
                .bind("webhook", webhook)
                .bind("limit", limit)
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> due(row))
                .list());
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getString("id"),
        row.getString("webhook"),
        row.getString("url"),
        row.getBytes("secret"),
        row.getString("body"),
        row.getInt("attempts"));
  }

  /** Gives up what has waited since before that time; returns how many that were. */
  public int giveUp(String webhook, Instant before, Instant now) {
    return database.transact(
        handle ->
            handle
                .createUpdate(
                    """
                    update deliveries
                    set next_at = null, failure = coalesce(failure, 'waited for too long')
                    where webhook_id = :webhook and next_at <= :now
                      and coalesce(resent_at, created_at) < :before
                    """)
                .bind("webhook", webhook)
                .bind("before", before)
                .bind("now", now)
                .execute());
  }

  /** It has arrived. */
  public void delivered(String id, Instant now) {
    close(id, now, null, null);
  }

  /**
   * It has not.
   *
   * @param next when to try again, or null to give it up
   */
  public void failed(String id, String failure, Instant next) {
    close(id, null, failure, next);
  }

  private void close(String id, Instant deliveredAt, String failure, Instant next) {
    database.transact(
        handle ->
            handle
                .createUpdate(
                    """
                    update deliveries
                    set delivered_at = :deliveredAt, failure = :failure, next_at = :next
                    where id = :id
                    """)
                .bind("id", id)
                .bind("deliveredAt", deliveredAt)
                .bind("failure", failure)
                .bind("next", next)
                .execute());
  }

  /**
   * A page, newest first.
   *
   * @param state or null for all
   * @param after where the last page ended, or null
   */
  public List<Delivery> page(State state, PageCursor after, int limit) {
    String condition = state == null ? "true" : state.condition;
    return database.transact(
        handle ->
            PageCursor.bound(
                    handle.createQuery(
                        "select "
                            + COLUMNS
                            + " from deliveries where "
                            + condition
                            + PageCursor.behind("created_at", "id")
                            + " limit :limit"),
                    after)
                .bind("limit", limit)
                .map((row, context) -> delivery(row))
                .list());
  }

  /** Tries a delivery again from the beginning; empty if there is none. */
  public Optional<Delivery> resend(String id, Instant now) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "update deliveries set attempts = 0, next_at = :now, resent_at = :now,"
                        + " delivered_at = null where id = :id returning "
                        + COLUMNS)
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> delivery(row))
                .findOne());
  }

  /** Forgets what arrived, or was given up, and is older than this; returns how many. */
  public int sweep(Instant before) {
    return database.transact(
        handle ->
            handle
                .createUpdate(
                    "delete from deliveries where next_at is null and created_at < :before")
                .bind("before", before)
                .execute());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    Instant nextAt = CaseRows.time(row, "next_at");
    Instant deliveredAt = CaseRows.time(row, "delivered_at");
    return new Delivery(
        row.getString("id"),
        row.getString("webhook_id"),
        row.getString("event"),
        row.getString("alert_id"),
        CaseRows.time(row, "created_at"),
        State.of(nextAt, deliveredAt).label(),
        row.getInt("attempts"),
        nextAt,
        deliveredAt,
        row.getString("failure"));
  }
}
