package dev.ebb.desk.screen;

import dev.ebb.desk.page.CasePage;
import dev.ebb.desk.page.Choice;
import dev.ebb.desk.page.Verdict;
import dev.ebb.desk.page.Words;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.Cases;
import dev.ebb.desk.store.Place;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TeamLimits;
import dev.ebb.desk.store.Turn;
import dev.ebb.desk.store.Turn.Refusal;
import dev.ebb.desk.store.Work;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The next case, a case, and what an agent does with it. */
final class CaseScreen implements Routes {
  private static final String CASE = "/case/{id}";

  /** Who has not asked the desk for anything for so long is not there. */
  private static final Duration THERE = Duration.ofMinutes(15);

  private final Screen screen;
  private final Services services;
  private final Cases cases;
  private final Work work;
  private final TeamLimits limits;

  CaseScreen(Screen screen, Services services) {
    this.screen = screen;
    this.services = services;
    this.cases = services.cases();
    this.work = services.work();
    this.limits = new TeamLimits(services.database(), services.clocks());
  }

  @Override
  public void add(RoutesConfig routes, Services ignored) {
    routes.get("/next", this::next);
    routes.get(CASE, this::show);
    routes.post(
        CASE + "/claim", request -> step(request, work.claim(id(request), me(request)), "done"));
    routes.post(
        CASE + "/release",
        request -> step(request, work.release(id(request), me(request)), "released"));
    routes.post(
        CASE + "/undo", request -> step(request, work.undo(id(request), me(request)), "undone"));
    routes.post(CASE + "/outcome", this::outcome);
    routes.post(CASE + "/hand-over", this::handOver);
    routes.post(CASE + "/reveal", this::reveal);
    routes.get(CASE + "/call", this::call);
  }

  private static String id(Context request) {
    return request.pathParam("id");
  }

  private static Agent me(Context request) {
    return Screen.agent(request);
  }

  private void next(Context request) {
    Agent agent = me(request);
    Optional<CaseCard> next = services.queue().nextFor(agent);
    boolean isNew = next.isPresent() && !agent.login().equals(next.get().holder());
    TeamLimits.Reached reached = isNew ? limits.reachedBy(agent) : null;
    if (next.isEmpty() || reached != null) {
      String enough = reached == null ? null : enough(request, reached);
      screen.show(request, "nothing", "next", enough);
    } else {
      show(request, next.get().alertId(), "next");
    }
  }

  private String enough(Context request, TeamLimits.Reached reached) {
    Words words = screen.words(request);
    return reached.until() == null
        ? words.say("enough.open", reached.limit())
        : words.say("enough.hour", reached.limit(), words.hour(reached.until()));
  }

  private void show(Context request) {
    show(request, id(request), "queue");
  }

  private void show(Context request, String alertId, String tab) {
    CaseView view = cases.view(alertId).orElseThrow(NotFoundResponse::new);
    CasePage page = screen.cases(request).of(view, colleagues(request, view.card()));
    screen.show(request, Screen.isPart(request) ? "part/casebody" : "case", tab, page);
  }

  /** Those who are there and to whom the viewer may pass this case on. */
  private List<Choice> colleagues(Context request, CaseCard card) {
    boolean may = card.isHeldBy(me(request)) || me(request).role().covers(Role.LEAD);
    if (card.place() != Place.HELD || !may) {
      return List.of();
    }
    return services.agents().present(services.clocks().wallNow().minus(THERE)).stream()
        .filter(agent -> !agent.login().equals(card.holder()))
        .map(agent -> new Choice(agent.login(), agent.name()))
        .toList();
  }

  private void handOver(Context request) {
    String to = String.valueOf(request.formParam("to"));
    step(request, work.handOver(id(request), me(request), to), "handed-over");
  }

  private void outcome(Context request) {
    step(request, work.record(id(request), me(request), Outcomes.read(request, screen)), "done");
  }

  /** Shows the case as it is now, and what came of the step. */
  private void step(Context request, Turn turn, String done) {
    if (turn.card() == null) {
      throw new NotFoundResponse();
    }
    screen.say(request, sentence(request, turn, done));
    if (Screen.isPart(request)) {
      request.status(turn.isDone() ? HttpStatus.OK : HttpStatus.CONFLICT);
      show(request);
    } else {
      request.redirect("/case/" + id(request), HttpStatus.SEE_OTHER);
    }
  }

  private String sentence(Context request, Turn turn, String done) {
    if (turn.isDone()) {
      return screen.words(request).say("turn." + done, String.valueOf(turn.card().holder()));
    }
    TeamLimits.Reached reached =
        turn.refusal() == Refusal.ENOUGH ? limits.reachedBy(me(request)) : null;
    if (reached != null) {
      return enough(request, reached);
    }
    String key = "turn." + turn.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String holder = turn.card().holder();
    boolean isTaken = turn.refusal() == Refusal.TAKEN && holder != null;
    return screen.words(request).say(key, isTaken ? holder : screen.words(request).say("somebody"));
  }

  /**
   * Shows the number to whoever may call now; of a page that is out of date it shows the case
   * instead, as it is.
   */
  private void reveal(Context request) {
    CaseView view = cases.view(id(request)).orElseThrow(NotFoundResponse::new);
    Verdict verdict = screen.cases(request).verdict(view);
    boolean isHeld = view.card().isHeldBy(me(request));
    if (isHeld && verdict.allowsCall()) {
      request.contentType("text/plain").result(number(request, "look"));
    } else if (!isHeld) {
      Screen.replace(request, "#case");
      step(request, new Turn(view.card(), Refusal.NOT_HELD), "done");
    } else if (Screen.isPart(request)) {
      Screen.replace(request, "#case");
      screen.say(request, verdict.refusal());
      request.status(HttpStatus.CONFLICT);
      show(request);
    } else {
      screen.refuseCall(request, verdict.refusal());
    }
  }

  /**
   * Leads to the agent's telephone, whose digits no page has shown; also of a page that was loaded
   * long ago only if the customer may be called now.
   */
  private void call(Context request) {
    CaseView view = cases.view(id(request)).orElseThrow(NotFoundResponse::new);
    if (!view.card().isHeldBy(me(request))) {
      request.redirect("/case/" + id(request));
      return;
    }
    Verdict verdict = screen.cases(request).verdict(view);
    if (!verdict.allowsCall()) {
      screen.refuseCall(request, verdict.refusal());
      return;
    }
    Screen.dial(request, number(request, "call"));
  }

  private String number(Context request, String why) {
    return cases.reveal(id(request), me(request), why).orElseThrow(NotFoundResponse::new);
  }
}
