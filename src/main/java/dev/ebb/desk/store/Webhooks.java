package dev.ebb.desk.store;

import java.time.Instant;
import java.util.List;

/** Who wants to hear of cases, over HTTP. */
public final class Webhooks {
  private final Database database;
  private final Clocks clocks;

  /** The webhooks in this database. */
  public Webhooks(Database database, Clocks clocks) {
    this.database = database;
    this.clocks = clocks;
  }

  /**
   * A webhook.
   *
   * @param url where to
   * @param events of which it wants to hear, words of {@link CaseEvents}
   * @param createdBy login, or the name of a token
   */
  public record Webhook(
      String id, String url, List<String> events, String createdBy, Instant createdAt) {
    public Webhook {
      events = List.copyOf(events);
    }
  }

  /** Adds one, with what signs its deliveries. */
  public void add(Webhook webhook, byte[] secret) {
    database.transact(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into webhooks (id, url, secret, events, created_by, created_at)
                  values (:id, :url, :secret, :events, :actor, :at)
                  """)
              .bind("id", webhook.id())
              .bind("url", webhook.url())
              .bind("secret", secret)
              .bindArray("events", String.class, webhook.events())
              .bind("actor", webhook.createdBy())
              .bind("at", webhook.createdAt())
              .execute();
          Audit.note(
              handle,
              webhook.createdAt(),
              webhook.createdBy(),
              "webhook-added",
              webhook.id(),
              webhook.url());
          return null;
        });
  }

  /** All, oldest first. */
  public List<Webhook> all() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select id, url, events, created_by, created_at from webhooks"
                        + " order by created_at, id")
                .map(
                    (row, context) ->
                        new Webhook(
                            row.getString("id"),
                            row.getString("url"),
                            CaseRows.texts(row, "events"),
                            row.getString("created_by"),
                            CaseRows.time(row, "created_at")))
                .list());
  }

  /** Removes one with all its deliveries; false if there is none. */
  public boolean remove(String id, String actor) {
    return database.transact(
        handle -> {
          int removed =
              handle.createUpdate("delete from webhooks where id = :id").bind("id", id).execute();
          if (removed > 0) {
            Audit.note(handle, clocks.wallNow(), actor, "webhook-removed", id, null);
          }
          return removed > 0;
        });
  }
}
