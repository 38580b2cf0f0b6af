package dev.ebb.desk.hook;

import dev.ebb.desk.store.CaseEvents;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Webhooks;
import dev.ebb.desk.store.Webhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Adds webhooks, each with a secret of its own. */
public final class Subscriptions {
  private static final String PREFIX = "ebbhook_";
  private static final int SECRET_BYTES = 32;

  private final Webhooks webhooks;
  private final Clocks clocks;
  private final Reach reach;
  private final SecureRandom random = new SecureRandom();

  /** Those in this database. */
  public Subscriptions(Database database, Clocks clocks, Reach reach) {
    this.webhooks = new Webhooks(database, clocks);
    this.clocks = clocks;
    this.reach = reach;
  }

  /**
   * A new webhook.
   *
   * @param secret signs its deliveries; it is told this once
   */
  public record Added(Webhook webhook, String secret) {}

  /**
   * Adds a webhook.
   *
   * @param events words of {@link CaseEvents}
   * @param actor who does so
   * @throws IllegalArgumentException if it may not go there, or an event is unknown
   */
  public Added add(String url, List<String> events, String actor) {
    reach.checked(url);
    if (events.isEmpty() || !CaseEvents.ALL.containsAll(events)) {
      throw new IllegalArgumentException(
          "events must be of " + String.join(", ", CaseEvents.ALL) + " but were " + events);
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Webhook webhook =
        new Webhook(
            UUID.randomUUID().toString(),
            url,
            events.stream().distinct().sorted().toList(),
            actor,
            clocks.wallNow().truncatedTo(ChronoUnit.MILLIS));
    webhooks.add(webhook, secret.getBytes(StandardCharsets.UTF_8));
    return new Added(webhook, secret);
  }

  /** All, oldest first. */
  public List<Webhook> all() {
    return webhooks.all();
  }

  /** Removes one with its deliveries; false if there is none. */
  public boolean remove(String id, String actor) {
    return webhooks.remove(id, actor);
  }
}
