package dev.ebb.desk.screen;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  /** All in quotes: where a list's separator is a semicolon, spreadsheets split at it too. */
  private static final CsvMapper CSV =
      CsvMapper.csvBuilder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).build();

  private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");

  /** Without it some spreadsheets do not take the file for UTF-8. */
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

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
    request.contentType("text/csv; charset=utf-8");
    request.header("Cache-Control", "no-store");
    request.header(
        "Content-Disposition",
        "attachment; filename=\"ebb-%s-%s.csv\"".formatted(name, asked.last()));
    OutputStream out = request.outputStream();
    out.write(BYTE_ORDER_MARK);
    try (SequenceWriter rows = CSV.writer(LINES).writeValues(out)) {
      if (table == null) {
        rules(asked.span(), row -> write(rows, row));
      } else {
        export.read(table, asked.span(), row -> write(rows, row));
      }
    }
  }

  private static void write(SequenceWriter rows, List<String> cells) {
    try {
      rows.write(cells.stream().map(SafeCell::of).toList());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
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
    for (RuleFigures.Line it : figures.lines(span)) {
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
