package dev.ebb.desk.screen;

import dev.ebb.desk.store.Export;
import dev.ebb.desk.store.Export.Table;
import dev.ebb.desk.store.Figures.Span;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.desk.store.RuleFigures;
import dev.ebb.desk.store.RuleState;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import dev.ebb.signal.Rule.Status;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as CSV, for leads, written down in the audit log. */
final class ExportScreen implements Routes {
  private static final String RULES = "rules";

  private final Screen screen;
  private final ZoneId zone;
  private final Services services;
  private final Export export;
  private final RuleFigures figures;
  private final RuleBook rules;

  ExportScreen(Screen screen, Services services, ZoneId zone, RuleBook rules) {
    this.screen = screen;
    this.zone = zone;
    this.services = services;
    this.export = new Export(services.database(), zone);
    this.figures = new RuleFigures(services.database(), zone);
    this.rules = rules;
  }

  @Override
  public void add(RoutesConfig routes, Services ignored) {
    routes.get("/lead/export/{table}.csv", this::export);
  }

  private void export(Context request) throws IOException {
    Guard.require(request, Role.LEAD);
    String name = request.pathParam("table");
    Table table =
        Arrays.stream(Table.values())
            .filter(it -> it.label().equals(name))
            .findFirst()
            .orElse(null);
    if (table == null && !name.equals(RULES)) {
      throw new NotFoundResponse();
    }
    LeadSpan asked = LeadSpan.of(request, screen.now(), zone);
    services
        .audit()
        .note(Screen.agent(request).login(), "export", name, asked.first() + " to " + asked.last());
    CsvFile.answer(
        request,
        "ebb-%s-%s.csv".formatted(name, asked.last()),
        rows -> {
          if (table == null) {
            rules(asked.span(), rows);
          } else {
            export.read(table, asked.span(), rows);
          }
        });
  }

  private void rules(Span span, Export.Sink sink) {
    Map<String, Status> status =
        rules.rules().stream().collect(Collectors.toMap(RuleState::id, RuleState::status));
    sink.row(
        List.of(
            "rule",
            "status",
            "cases",
            "worked",
            "wrong",
            "saved",
            "left_60_days",
            "held_out",
            "held_out_left_60_days"));
    for (RuleFigures.Line it : figures.of(span).lines()) {
      Status now = status.get(it.rule());
      Stream<Long> counts =
          Stream.of(
              it.cases(),
              it.worked(),
              it.wrong(),
              it.saved(),
              it.left(),
              it.heldOut(),
              it.heldOutLeft());
      sink.row(
          Stream.concat(
                  Stream.of(it.rule(), now == null ? "" : now.name().toLowerCase(Locale.ROOT)),
                  counts.map(String::valueOf))
              .toList());
    }
  }
}
