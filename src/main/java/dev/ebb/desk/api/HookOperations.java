package dev.ebb.desk.api;

import dev.ebb.desk.hook.Subscriptions;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Deliveries;
import dev.ebb.desk.store.Deliveries.Delivery;
import dev.ebb.desk.store.Deliveries.State;
import dev.ebb.desk.store.PageCursor;
import dev.ebb.desk.store.Webhooks.Webhook;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** Webhooks, and what became of what they were told. */
final class HookOperations {
  private static final String HOOKS = "webhooks";
  private static final List<String> PAGE = List.of("state", "after", "limit");

  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Clocks clocks;

  HookOperations(Subscriptions subscriptions, Deliveries deliveries, Clocks clocks) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.clocks = clocks;
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/webhooks", HOOKS, this::list),
        Operation.post("/webhooks", HOOKS, this::add),
        Operation.delete("/webhooks/{id}", HOOKS, this::remove),
        Operation.get("/deliveries", HOOKS, this::deliveries),
        Operation.post("/deliveries/{id}/resend", HOOKS, this::resend));
  }

  /** All webhooks. */
  record Shown(List<Webhook> webhooks) {}

  private void list(Context request) {
    Answer.with(request, new Shown(subscriptions.all()));
  }

  private void add(Context request) {
    Body body = Body.of(request, "url", "events");
    try {
      Subscriptions.Added added =
          subscriptions.add(body.needed("url"), body.texts("events"), Bearer.actor(request));
      request.status(HttpStatus.CREATED);
      Answer.with(request, Answer.json(added.webhook()).put("secret", added.secret()));
    } catch (IllegalArgumentException refused) {
      throw Refused.by(refused);
    }
  }

  private void remove(Context request) {
    if (!subscriptions.remove(request.pathParam("id"), Bearer.actor(request))) {
      throw Refused.missing("webhook");
    }
    request.status(HttpStatus.NO_CONTENT);
  }

  /** Some deliveries, newest first. */
  record Told(List<Delivery> deliveries, String next) {}

  private void deliveries(Context request) {
    Query query = Query.of(request, PAGE);
    State state = query.word("state", State.values(), State::label);
    Page<Delivery> page =
        Page.of(
            query,
            (after, limit) -> deliveries.page(state, after, limit),
            last -> new PageCursor(last.createdAt(), last.id()));
    Answer.with(request, new Told(page.rows(), page.next()));
  }

  private void resend(Context request) {
    Delivery again =
        deliveries
            .resend(request.pathParam("id"), clocks.wallNow())
            .orElseThrow(() -> Refused.missing("delivery"));
    request.status(HttpStatus.ACCEPTED);
    Answer.with(request, again);
  }
}
