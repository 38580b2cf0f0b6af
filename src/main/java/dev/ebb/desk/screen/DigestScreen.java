package dev.ebb.desk.screen;

import dev.ebb.desk.page.DigestPages;
import dev.ebb.desk.page.DigestPages.Period;
import dev.ebb.desk.page.DigestPages.Told;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Figures;
import dev.ebb.desk.store.Figures.Span;
import dev.ebb.desk.store.KeyFigures;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.RuleFigures;
import dev.ebb.desk.store.TeamFigures;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The digest of a day or a week, to be printed. */
final class DigestScreen implements Routes {
  private static final int KPI_DAYS = 35;

  private final Screen screen;
  private final Services services;
  private final ZoneId zone;
  private final Figures figures;
  private final RuleFigures rules;
  private final TeamFigures team;
  private final Departed departed;
  private final KeyFigures keyFigures;

  DigestScreen(Screen screen, Services services, CallRules calls) {
    this.screen = screen;
    this.services = services;
    this.zone = calls.zone();
    this.figures = new Figures(services.database(), zone);
    this.rules = new RuleFigures(services.database(), zone);
    this.team = new TeamFigures(services.database(), zone);
    this.departed = new Departed(services.database(), services.clocks(), calls);
    this.keyFigures = new KeyFigures(services.database());
  }

  @Override
  public void add(RoutesConfig routes, Services ignored) {
    routes.get("/lead/digest", this::digest);
  }

  private void digest(Context request) {
    Guard.require(request, Role.LEAD);
    Period period = period(request);
    LocalDate before = period.first().minusDays(1);
    screen.show(
        request,
        "digest",
        "lead",
        new DigestPages(screen.words(request), screen.names())
            .of(
                period,
                told(period),
                told(begin(period.isWeek(), before)),
                keyFigures.since(period.end().minusDays(KPI_DAYS)).stream()
                    .filter(day -> day.day().isBefore(period.end()))
                    .toList(),
                services.audit().decisions(services.clocks().onTheWall(span(period))),
                services.clocks().wallNow()));
  }

  /** Without a date the last one that is over. */
  private Period period(Context request) {
    boolean isWeek = "week".equals(request.queryParam("period"));
    String date = request.queryParam("date");
    try {
      LocalDate within =
          date == null || date.isEmpty()
              ? today().minusDays(isWeek ? 7 : 1)
              : LocalDate.parse(date);
      return begin(isWeek, within);
    } catch (DateTimeException malformed) {
      throw new BadRequestResponse("date must be a day such as 2026-11-20 but was " + date);
    }
  }

  private Period begin(boolean isWeek, LocalDate within) {
    LocalDate first =
        isWeek ? within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : within;
    boolean isLast = first.plusDays(isWeek ? 14 : 2).isAfter(today());
    return new Period(isWeek, first, isLast);
  }

  private LocalDate today() {
    return screen.now().atZone(zone).toLocalDate();
  }

  private Span span(Period period) {
    return new Span(
        period.first().atStartOfDay(zone).toInstant(), period.end().atStartOfDay(zone).toInstant());
  }

  private Told told(Period period) {
    Span span = span(period);
    RuleFigures.Told byRule = rules.of(span);
    return new Told(
        figures.funnel(span),
        byRule.allDays(),
        figures.causes(span),
        team.work(span).workloads(),
        byRule.lines(),
        departed.results(services.clocks().onTheWall(span)));
  }
}
