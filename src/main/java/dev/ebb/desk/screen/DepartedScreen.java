package dev.ebb.desk.screen;

import dev.ebb.desk.page.DepartedPages;
import dev.ebb.desk.page.Words;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.WinBacks;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Those who have left: for the lead who they are and why, for agents the calls that are due. */
final class DepartedScreen implements Routes {
  private static final String CALLS = "/win-back";
  private static final String CALL = CALLS + "/{id}";
  private static final int EXITS = 50;
  private static final int SHOWN_CALLS = 30;

  private final Screen screen;
  private final ZoneId zone;
  private final Services services;
  private final Handbook handbook;
  private final Departed departed;
  private final WinBacks calls;

  DepartedScreen(Screen screen, Services services, ZoneId zone, Handbook handbook) {
    this.screen = screen;
    this.zone = zone;
    this.services = services;
    this.handbook = handbook;
    this.departed = new Departed(services.database(), services.clocks(), handbook.calls());
    this.calls = new WinBacks(services.database(), services.clocks(), handbook.calls());
  }

  @Override
  public void add(RoutesConfig routes, Services ignored) {
    routes.get("/lead/departed", this::lead);
    routes.get(CALLS, this::agent);
    routes.post(CALL + "/take", request -> back(request, calls.take(id(request), me(request))));
    routes.post(CALL + "/record", this::record);
    routes.post(CALL + "/reveal", this::reveal);
    routes.get(CALL + "/call", this::call);
  }

  private static String id(Context request) {
    return request.pathParam("id");
  }

  private static Agent me(Context request) {
    return Screen.agent(request);
  }

  private DepartedPages pages(Context request) {
    return new DepartedPages(screen.words(request), handbook.playbooks(), screen.now());
  }

  private void lead(Context request) {
    Guard.require(request, Role.LEAD);
    LeadSpan asked = LeadSpan.of(request, screen.now(), zone);
    screen.show(
        request,
        "departed",
        "lead",
        pages(request)
            .lead(
                asked.days(),
                calls.dueCount(me(request)),
                departed.results(services.clocks().onTheWall(asked.span())),
                departed.page(null, EXITS)));
  }

  private void agent(Context request) {
    screen.show(
        request,
        Screen.isPart(request) ? "part/calls" : "winback",
        "win-back",
        pages(request).agent(calls.dueCount(me(request)), calls.due(me(request), SHOWN_CALLS)));
  }

  private void record(Context request) {
    String result = String.valueOf(request.formParam("result"));
    String note = request.formParam("note");
    back(
        request,
        WinBacks.RESULTS.contains(result)
            && calls.record(
                id(request), me(request), result, note == null || note.isBlank() ? null : note));
  }

  private void back(Context request, boolean isDone) {
    screen.say(
        request, screen.words(request).say(isDone ? "winback.said.done" : "winback.said.gone"));
    if (Screen.isPart(request)) {
      request.status(isDone ? HttpStatus.OK : HttpStatus.CONFLICT);
      agent(request);
    } else {
      request.redirect(CALLS, HttpStatus.SEE_OTHER);
    }
  }

  private void reveal(Context request) {
    String refusal = refusal(request);
    if (refusal == null) {
      request.contentType("text/plain").result(number(request));
    } else if (Screen.isPart(request)) {
      Screen.replace(request, "#calls");
      screen.say(request, refusal);
      request.status(HttpStatus.CONFLICT);
      agent(request);
    } else {
      screen.refuseCall(request, refusal);
    }
  }

  private void call(Context request) {
    String refusal = refusal(request);
    if (refusal == null) {
      Screen.dial(request, number(request));
    } else {
      screen.refuseCall(request, refusal);
    }
  }

  /** Why this call is not to be placed now; null: nothing forbids it. */
  private String refusal(Context request) {
    Optional<WinBacks.Call> taken = calls.taken(id(request), me(request));
    Words words = screen.words(request);
    if (taken.isEmpty()) {
      return words.say("winback.refused");
    }
    Instant notBefore = taken.get().notBefore();
    return notBefore == null
        ? null
        : words.say("verdict.quiet", words.time(notBefore, screen.now()));
  }

  private String number(Context request) {
    return calls.reveal(id(request), me(request)).orElseThrow(NotFoundResponse::new);
  }
}
