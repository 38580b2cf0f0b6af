package dev.ebb.desk.screen;

import dev.ebb.desk.page.TeamPages;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TeamFigures;
import dev.ebb.desk.store.TeamLimits;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;

/** The team: what it does, and how much it may take on. */
final class TeamScreen implements Routes {
  private static final String PATH = "/lead/team";

  private final Screen screen;
  private final ZoneId zone;
  private final TeamFigures figures;
  private final TeamLimits limits;

  TeamScreen(Screen screen, Services services, ZoneId zone) {
    this.screen = screen;
    this.zone = zone;
    this.figures = new TeamFigures(services.database(), zone);
    this.limits = new TeamLimits(services.database(), services.clocks());
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.get(PATH, this::show);
    routes.post(PATH + "/limits", this::limit);
  }

  private void show(Context request) {
    Guard.require(request, Role.LEAD);
    LeadSpan asked = LeadSpan.of(request, screen.now(), zone);
    screen.show(
        request,
        "team",
        "lead",
        new TeamPages(screen.words(request))
            .of(
                asked.days(),
                figures.work(asked.span()),
                limits.limits(),
                figures.asked(asked.span()),
                figures.declined(asked.span())));
  }

  private void limit(Context request) {
    Guard.require(request, Role.LEAD);
    try {
      limits.set(
          new TeamLimits.Limits(number(request, "open"), number(request, "hour")),
          Screen.agent(request));
    } catch (IllegalArgumentException malformed) {
      throw new BadRequestResponse(malformed.getMessage());
    }
    request.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  /** Nothing typed is no limit. */
  private static Integer number(Context request, String field) {
    String text = String.valueOf(request.formParam(field)).strip();
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}
