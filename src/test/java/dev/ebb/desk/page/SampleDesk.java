package dev.ebb.desk.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ebb.desk.store.Place;
import dev.ebb.desk.store.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages with made-up cases and no service behind them, to be looked at. */
final class SampleDesk implements AutoCloseable {
  static final String POLICY = "default-src 'self'";

  private final Pages pages = new Pages();
  private final HttpServer server;

  SampleDesk(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public static void main(String[] args) throws IOException {
    System.out.println(new SampleDesk(Integer.parseInt(args[0])).uri());
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/assets/")) {
      Optional<Assets.Asset> asset = Assets.named(path.substring("/assets/".length()));
      if (asset.isPresent()) {
        send(exchange, 200, asset.get().type(), asset.get().bytes());
        return;
      }
    }
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    Words words =
        new Words(query.contains("zh") ? Tongue.ZH : Tongue.EN, ZoneId.of("Asia/Shanghai"));
    Theme theme =
        query.contains("dark") ? Theme.DARK : query.contains("light") ? Theme.LIGHT : Theme.AUTO;
    String html = page(path, words, theme);
    send(
        exchange,
        html == null ? 404 : 200,
        "text/html; charset=utf-8",
        String.valueOf(html).getBytes(StandardCharsets.UTF_8));
  }

  private String page(String path, Words words, Theme theme) {
    Viewer viewer = path.equals("/sign-in") ? null : new Viewer("lin", "Lin Yue", Role.ADMIN);
    String tab = path.equals("/") ? "next" : path.split("/")[1];
    Frame frame = new Frame(words, tab, theme, viewer, "token", path);
    CasePages cases = new CasePages(words, SampleCases.NAMES, "lin", SampleCases.NOW);
    return switch (path) {
      case "/", "/next" ->
          pages.render("case", frame, cases.of(SampleCases.secondSimCase(Place.TO_DO, null)));
      case "/mine" ->
          pages.render(
              "case",
              frame,
              cases.of(
                  SpecialCases.related(SampleCases.secondSimCase(Place.HELD, "lin")),
                  List.of(new Choice("chen", "Chen Jie"), new Choice("zhao", "Zhao Min"))));
      case "/enquiry" -> pages.render("case", frame, cases.of(SpecialCases.enquiry()));
      case "/stopped" ->
          pages.render(
              "case",
              frame,
              cases.of(
                  SpecialCases.closed(SampleCases.secondSimCase(Place.TO_DO, null), "legal-stop")));
      case "/complaint" -> pages.render("case", frame, cases.of(SampleCases.complaintCase()));
      case "/queue" -> pages.render("queue", frame, queue(words, cases));
      case "/empty" ->
          pages.render("queue", frame, new QueueView(List.of(), 0, List.of(), Map.of(), null));
      case "/nothing" -> pages.render("nothing", frame, null);
      case "/problem" -> pages.render("problem", frame, new Problem(403, "refused"));
      case "/sign-in" ->
          pages.render("signin", frame, new SignInView("", "/", "wrong", null, true, true));
      case "/win-back" -> pages.render("winback", frame, SampleFigures.winBack(words));
      case "/inbound" ->
          pages.render(
              "inbound",
              frame,
              new InboundView(
                  true,
                  true,
                  SampleCases.queue().subList(0, 1).stream()
                      .map(card -> cases.row(card, null))
                      .toList(),
                  words.of(SampleCases.RULES.get("expiry-7-days").opener())));
      default -> lead(path, frame);
    };
  }

  private String lead(String path, Frame frame) {
    Words words = frame.words();
    return switch (path) {
      case "/lead" -> pages.render("lead", frame, SampleFigures.of(words));
      case "/lead/rules" -> pages.render("rules", frame, SampleFigures.rules(words));
      case "/lead/team" -> pages.render("team", frame, SampleFigures.team(words));
      case "/lead/departed" -> pages.render("departed", frame, SampleFigures.departed(words));
      case "/lead/digest" -> pages.render("digest", frame, SampleFigures.digest(words));
      case "/lead/audit" -> pages.render("audit", frame, SampleAudit.of(words));
      default -> null;
    };
  }

  private static QueueView queue(Words words, CasePages cases) {
    List<QueueRow> rows =
        SampleCases.queue().stream()
            .map(
                card ->
                    cases.row(card, SampleCases.series(20 + card.risk() * 20, 40, 1 - card.risk())))
            .toList();
    return new QueueView(
        rows,
        rows.size(),
        List.of(
            new QueueView.Facet("tier", words.say("facet.tier"), List.of()),
            new QueueView.Facet("rule", words.say("facet.rule"), List.of()),
            new QueueView.Facet("region", words.say("facet.region"), List.of()),
            new QueueView.Facet("lever", words.say("facet.lever"), List.of()),
            new QueueView.Facet("stage", words.say("facet.stage"), List.of())),
        Map.of(),
        null);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
