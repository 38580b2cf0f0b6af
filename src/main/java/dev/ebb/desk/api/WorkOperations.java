package dev.ebb.desk.api;

import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Entry;
import dev.ebb.desk.store.Turn;
import dev.ebb.desk.store.Work;
import dev.ebb.desk.web.Services;
import dev.ebb.event.Outcome.Kind;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Working cases, by the rules of the desk's own pages. */
final class WorkOperations {
  private static final String WORK = "cases:work";
  private static final int LONGEST_ID = 100;
  private static final String AGENT = "agent";

  private final Work work;
  private final Actors actors;

  WorkOperations(Services services) {
    this.work = services.work();
    this.actors = new Actors(services.agents());
  }

  List<Operation> all() {
    return List.of(
        Operation.post(CaseOperations.CASE + "/claim", WORK, request -> step(request, work::claim)),
        Operation.post(
            CaseOperations.CASE + "/release", WORK, request -> step(request, work::release)),
        Operation.post(CaseOperations.CASE + "/undo", WORK, request -> step(request, work::undo)),
        Operation.post(CaseOperations.CASE + "/outcomes", WORK, this::outcome));
  }

  private void step(Context request, BiFunction<String, Agent, Turn> step) {
    Agent agent = actors.of(request, Body.of(request, AGENT).text(AGENT));
    answer(request, agent, null, step.apply(alertId(request), agent));
  }

  private void outcome(Context request) {
    Body body = Body.of(request, "id", "kind", "reason", "dueAt", "note", AGENT);
    Agent agent = actors.of(request, body.text(AGENT));
    Entry entry = entry(body);
    String id = body.text("id");
    Turn turn =
        id == null
            ? work.record(alertId(request), agent, entry)
            : work.record(alertId(request), agent, entry, own(request, id));
    answer(request, agent, entry.dueAt(), turn);
  }

  private static Entry entry(Body body) {
    Kind kind = kind(body.needed("kind"));
    try {
      return new Entry(kind, body.text("reason"), body.time("dueAt"), body.text("note"));
    } catch (IllegalArgumentException refused) {
      throw Refused.by(refused);
    }
  }

  private static Kind kind(String label) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.field(
                    "kind",
                    "attempted, reached, accepted, declined, callback, snoozed or wrong",
                    label));
  }

  /** The id under which the outcome goes to the job: the client's, for this token and case only. */
  private static String own(Context request, String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw Refused.field("id", "1 to " + LONGEST_ID + " characters", id.length());
    }
    String name = String.join("\n", Bearer.actor(request), alertId(request), id);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void answer(Context request, Agent agent, Instant dueAt, Turn turn) {
    if (!turn.isDone()) {
      throw Refusals.of(turn, agent, dueAt);
    }
    Answer.with(request, CaseSummary.of(turn.card()));
  }

  private static String alertId(Context request) {
    return request.pathParam("alertId");
  }
}
