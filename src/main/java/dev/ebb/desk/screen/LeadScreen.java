package dev.ebb.desk.screen;

import dev.ebb.desk.page.LeadPages;
import dev.ebb.desk.page.LeadView;
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

/** The lead's first page: whether it helps. */
final class LeadScreen implements Routes {
  private static final int KPI_DAYS = 35;

  /** Whoever was told of long ago has had time to leave. */
  private static final Duration UPLIFT_SPAN = Duration.ofDays(365);

  private final Screen screen;
  private final ZoneId zone;
  private final Figures figures;
  private final KeyFigures keyFigures;

  LeadScreen(Screen screen, Services services, ZoneId zone) {
    this.screen = screen;
    this.zone = zone;
    this.figures = new Figures(services.database(), zone);
    this.keyFigures = new KeyFigures(services.database());
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.get("/lead", this::lead);
  }

  private void lead(Context request) {
    Guard.require(request, Role.LEAD);
    Instant now = screen.now();
    LeadSpan asked = LeadSpan.of(request, now, zone);
    LeadPages pages = new LeadPages(screen.words(request));
    List<Figures.Cause> causes = figures.causes(asked.span());
    screen.show(
        request,
        "lead",
        "lead",
        new LeadView(
            asked.days(),
            pages.rates(keyFigures.since(asked.last().minusDays(KPI_DAYS))),
            pages.funnel(figures.funnel(asked.span())),
            pages.lead(figures.medianLeadDays(asked.span())),
            pages.gains(figures.uplift(new Span(now.minus(UPLIFT_SPAN), now), now)),
            pages.causes(causes),
            pages.known(causes)));
  }
}
