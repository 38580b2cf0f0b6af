package dev.ebb.desk.screen;

import dev.ebb.desk.page.AuditPages;
import dev.ebb.desk.store.AuditKind;
import dev.ebb.desk.store.AuditLog;
import dev.ebb.desk.store.Figures.Span;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The audit log, for admins alone: leads stand in it themselves. What is wanted of it stands in the
 * address.
 */
final class AuditScreen implements Routes {
  private static final String PATH = "/lead/audit";
  private static final String CSV = PATH + ".csv";
  private static final int LINES = 50;

  private final Screen screen;
  private final Services services;
  private final ZoneId zone;
  private final AuditLog log;

  AuditScreen(Screen screen, Services services, ZoneId zone) {
    this.screen = screen;
    this.services = services;
    this.zone = zone;
    this.log = new AuditLog(services.database());
  }

  @Override
  public void add(RoutesConfig routes, Services ignored) {
    routes.get(PATH, this::show);
    routes.get(CSV, this::export);
  }

  private void show(Context request) {
    Guard.require(request, Role.ADMIN);
    AuditPages.Asked asked = asked(request);
    AuditLog.Mark after = AuditLog.Mark.parse(request.queryParam("after"));
    List<AuditLog.Line> lines = log.page(filter(asked), after, LINES + 1);
    boolean isLast = lines.size() <= LINES;
    List<AuditLog.Line> shown = isLast ? lines : lines.subList(0, LINES);
    String older =
        isLast
            ? null
            : address(PATH, asked).with("after", shown.get(LINES - 1).mark().toString()).toString();
    screen.show(
        request,
        "audit",
        "lead",
        new AuditPages(screen.words(request), screen.names())
            .of(asked, log.actors(), shown, older, address(CSV, asked).toString()));
  }

  private void export(Context request) throws IOException {
    Guard.require(request, Role.ADMIN);
    AuditPages.Asked asked = asked(request);
    AuditLog.Filter filter = filter(asked);
    String what =
        Stream.of(asked.person(), asked.kind(), asked.day())
            .filter(it -> !it.isEmpty())
            .toList()
            .toString();
    services.audit().note(Screen.agent(request).login(), "export", "audit", what);
    LocalDate today = services.clocks().wallNow().atZone(zone).toLocalDate();
    CsvFile.answer(
        request,
        "ebb-audit-%s.csv".formatted(today),
        rows -> {
          rows.row(List.of("at", "actor", "action", "subject", "customer", "detail"));
          log.read(filter, line -> rows.row(cells(line)));
        });
  }

  private List<String> cells(AuditLog.Line it) {
    return Stream.of(
            it.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString(),
            it.actor(),
            it.action(),
            it.subject(),
            it.customer(),
            it.detail())
        .map(cell -> Objects.requireNonNullElse(cell, ""))
        .toList();
  }

  private static AuditPages.Asked asked(Context request) {
    return new AuditPages.Asked(text(request, "who"), text(request, "kind"), text(request, "day"));
  }

  private static String text(Context request, String name) {
    String value = request.queryParam(name);
    return value == null ? "" : value.strip();
  }

  private AuditLog.Filter filter(AuditPages.Asked asked) {
    return new AuditLog.Filter(
        asked.person().isEmpty() ? null : asked.person(),
        asked.kind().isEmpty() ? null : kind(asked.kind()),
        asked.day().isEmpty() ? null : day(asked.day()));
  }

  private static AuditKind kind(String text) {
    AuditKind kind = AuditKind.of(text);
    if (kind == null) {
      List<String> all = Stream.of(AuditKind.values()).map(AuditKind::label).toList();
      throw new BadRequestResponse("kind must be one of %s but was %s".formatted(all, text));
    }
    return kind;
  }

  /** By the wall's clock, in the operator's zone. */
  private Span day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return new Span(
          day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException malformed) {
      throw new BadRequestResponse("day must be a day such as 2026-11-20 but was " + text);
    }
  }

  private static Address address(String path, AuditPages.Asked asked) {
    Address address = new Address(path);
    if (!asked.person().isEmpty()) {
      address.with("who", asked.person());
    }
    if (!asked.kind().isEmpty()) {
      address.with("kind", asked.kind());
    }
    if (!asked.day().isEmpty()) {
      address.with("day", asked.day());
    }
    return address;
  }
}
