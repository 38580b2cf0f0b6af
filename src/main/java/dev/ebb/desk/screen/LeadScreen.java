package dev.ebb.desk.screen;

import dev.ebb.desk.page.LeadPages;
import dev.ebb.desk.page.LeadView;
import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Figures;
import dev.ebb.desk.store.Figures.Span;
import dev.ebb.desk.store.KeyFigures;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The lead's page. */
final class LeadScreen implements Routes {
  private static final Set<String> DAYS = Set.of("7", "30", "90", "365");
  private static final String USUAL_DAYS = "30";
  private static final int KPI_DAYS = 35;
  private static final int EXITS = 12;

  /** Whoever was told of long ago has had time to leave. */
  private static final Duration UPLIFT_SPAN = Duration.ofDays(365);

  private final Screen screen;
  private final Figures figures;
  private final KeyFigures keyFigures;
  private final Departed departed;

  LeadScreen(Screen screen, Services services, ZoneId zone) {
    this.screen = screen;
    this.figures = new Figures(services.database(), zone);
    this.keyFigures = new KeyFigures(services.database());
    this.departed = new Departed(services.database(), services.clocks());
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.get("/lead", this::lead);
  }

  private void lead(Context request) {
    Guard.require(request, Role.LEAD);
    String asked = request.queryParam("days");
    int days = Integer.parseInt(asked != null && DAYS.contains(asked) ? asked : USUAL_DAYS);
    Instant now = screen.now();
    Span span = new Span(now.minus(Duration.ofDays(days)), now.plusSeconds(1));
    LeadPages pages = new LeadPages(screen.words(request), screen.names(), now);
    List<Figures.Cause> causes = figures.causes(span);
    screen.show(
        request,
        "lead",
        "lead",
        new LeadView(
            days,
            pages.rates(keyFigures.since(screen.words(request).dayOf(now).minusDays(KPI_DAYS))),
            pages.funnel(figures.funnel(span)),
            pages.lead(figures.medianLeadDays(span)),
            pages.gains(figures.uplift(new Span(now.minus(UPLIFT_SPAN), span.to()), now)),
            pages.causes(causes),
            pages.known(causes),
            pages.rules(figures.rules(span)),
            pages.loads(figures.workload(span)),
            pages.withheld(figures.days(span)),
            pages.departed(departed.newest(EXITS))));
  }
}
