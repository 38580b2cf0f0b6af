package dev.ebb.desk.screen;

import dev.ebb.desk.page.RulePages;
import dev.ebb.desk.page.RulesView;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.desk.store.RuleBook.Refusal;
import dev.ebb.desk.store.RuleFigures;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.Locale;

/** The rules: how they do, stopping one, and starting it again. */
final class RulesScreen implements Routes {
  private static final String PATH = "/lead/rules";

  private final Screen screen;
  private final ZoneId zone;
  private final Services services;
  private final RuleFigures figures;
  private final RuleBook rules;

  RulesScreen(Screen screen, Services services, ZoneId zone, RuleBook rules) {
    this.screen = screen;
    this.zone = zone;
    this.services = services;
    this.figures = new RuleFigures(services.database(), zone);
    this.rules = rules;
  }

  @Override
  public void add(RoutesConfig routes, Services ignored) {
    routes.get(PATH, this::show);
    step(routes, "stop", (id, lead, request) -> rules.stop(id, lead, reason(request)));
    step(routes, "ask", (id, lead, request) -> rules.ask(id, lead, reason(request)));
    step(routes, "agree", (id, lead, request) -> decide(id, lead, request, true));
    step(routes, "refuse", (id, lead, request) -> decide(id, lead, request, false));
  }

  private static String reason(Context request) {
    String reason = request.formParam("reason");
    return reason == null ? null : reason.strip();
  }

  private Refusal decide(String id, Agent lead, Context request, boolean agrees) {
    String read = request.formParam("request");
    boolean isNumber = read != null && read.matches("\\d{1,18}");
    return isNumber ? rules.decide(id, Long.parseLong(read), lead, agrees) : Refusal.OVER;
  }

  private void step(RoutesConfig routes, String name, Step step) {
    routes.post(
        PATH + "/{id}/" + name,
        request -> {
          Guard.require(request, Role.LEAD);
          Refusal refusal = step.take(request.pathParam("id"), Screen.agent(request), request);
          String key =
              refusal == null ? name : refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
          screen.say(request, screen.words(request).say("rule.said." + key));
          if (Screen.isPart(request)) {
            request.status(refusal == null ? HttpStatus.OK : HttpStatus.CONFLICT);
            show(request);
          } else {
            request.redirect(PATH, HttpStatus.SEE_OTHER);
          }
        });
  }

  private void show(Context request) {
    Guard.require(request, Role.LEAD);
    LeadSpan asked = LeadSpan.of(request, screen.now(), zone);
    RulesView view =
        new RulePages(
                screen.words(request), Screen.agent(request).login(), services.clocks().wallNow())
            .of(
                asked.days(),
                new RulePages.Told(
                    asked.first(),
                    asked.last(),
                    rules.rules(),
                    figures.of(asked.span()),
                    figures.wrong(asked.span())));
    screen.show(request, Screen.isPart(request) ? "part/rules" : "rules", "lead", view);
  }

  @FunctionalInterface
  private interface Step {
    Refusal take(String rule, Agent lead, Context request);
  }
}
