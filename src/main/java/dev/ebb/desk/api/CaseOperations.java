package dev.ebb.desk.api;

import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Barrier;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.QueueCursor;
import dev.ebb.desk.store.QueuePage;
import dev.ebb.desk.store.Turn;
import dev.ebb.desk.web.Services;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Finding cases, and seeing them. */
final class CaseOperations {
  static final String CASE = "/cases/{alertId}";

  private static final String READ = "cases:read";
  private static final List<String> FILTERS =
      List.of(
          "tier", "rule", "region", "lever", "stage", "agent", "mine", "overdue", "q", "after",
          "limit");

  private final Services services;
  private final CallRules calls;
  private final Actors actors;

  CaseOperations(Services services, CallRules calls) {
    this.services = services;
    this.calls = calls;
    this.actors = new Actors(services.agents());
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/cases", READ, this::list),
        Operation.post("/cases/search", READ, this::search),
        Operation.get(CASE, READ, this::one),
        Operation.post(CASE + "/reveal", "cases:reveal", this::reveal));
  }

  /** Some cases, best first. */
  record Cases(List<CaseSummary> cases, String next) {}

  private void list(Context request) {
    Query query = Query.of(request, FILTERS);
    Agent agent = actors.of(request, query.text("agent"));
    QueuePage page =
        services
            .queue()
            .page(query.filter(), agent, query.after(QueueCursor::parse), query.limit());
    String next = page.next() == null ? null : page.next().toString();
    Answer.with(request, new Cases(page.cards().stream().map(CaseSummary::of).toList(), next));
  }

  /** By the number, which stands in the body so that no log keeps it. */
  private void search(Context request) {
    String number = Body.of(request, "customerId").needed("customerId");
    List<CaseSummary> found =
        services.cases().ofCustomer(number).stream().map(CaseSummary::of).toList();
    services
        .audit()
        .note(
            Bearer.actor(request),
            "search",
            services.cases().traceOf(number),
            found.size() + " cases");
    Answer.with(request, new Cases(found, null));
  }

  private void one(Context request) {
    Answer.with(request, Answer.whole(view(request)));
  }

  private CaseView view(Context request) {
    return services
        .cases()
        .view(request.pathParam("alertId"))
        .orElseThrow(() -> Refused.missing("case"));
  }

  private void reveal(Context request) {
    Body body = Body.of(request, "why", "agent");
    String why = body.needed("why");
    Agent agent = actors.of(request, body.text("agent"));
    CaseView view = view(request);
    if (!view.card().isHeldBy(agent)) {
      throw Refusals.of(new Turn(view.card(), Turn.Refusal.NOT_HELD), agent, null);
    }
    Barrier barrier = Barrier.of(view, calls, services.clocks().now());
    if (barrier != null) {
      throw Refusals.of(barrier);
    }
    String alertId = request.pathParam("alertId");
    String number =
        services.cases().reveal(alertId, agent, why).orElseThrow(() -> Refused.missing("case"));
    Answer.with(request, Map.of("alertId", alertId, "customerId", number));
  }
}
