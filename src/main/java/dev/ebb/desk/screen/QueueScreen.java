package dev.ebb.desk.screen;

import dev.ebb.desk.page.CasePages;
import dev.ebb.desk.page.QueueRow;
import dev.ebb.desk.page.QueueView;
import dev.ebb.desk.page.QueueView.Facet;
import dev.ebb.desk.page.QueueView.Option;
import dev.ebb.desk.page.Words;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.Courses;
import dev.ebb.desk.store.Queue;
import dev.ebb.desk.store.QueueCursor;
import dev.ebb.desk.store.QueueFilter;
import dev.ebb.desk.store.QueuePage;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import dev.ebb.retention.CaseMessage.Series;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The queue. What it is filtered by stands in its address. */
final class QueueScreen implements Routes {
  private static final int ROWS = 50;
  private static final List<Integer> LEVERS = List.of(3, 4, 9, 10, 11, 12, 13);
  private static final List<String> FILTERS =
      List.of("q", "mine", "overdue", "tier", "rule", "region", "lever", "stage");

  private final Screen screen;
  private final Services services;
  private final Queue queue;
  private final Courses courses;

  QueueScreen(Screen screen, Services services) {
    this.screen = screen;
    this.services = services;
    this.queue = services.queue();
    this.courses = new Courses(services.database());
  }

  @Override
  public void add(RoutesConfig routes, Services ignored) {
    routes.get("/queue", this::queue);
    routes.get("/queue/rows", this::changed);
  }

  private void queue(Context request) {
    Agent agent = Screen.agent(request);
    QueueFilter filter = filter(request);
    String after = request.queryParam("after");
    QueuePage page =
        queue.page(filter, agent, after == null ? null : QueueCursor.parse(after), ROWS);
    screen.show(
        request,
        "queue",
        "queue",
        new QueueView(
            rows(request, page.cards()),
            page.total(),
            facets(screen.words(request)),
            chosen(request),
            page.next() == null ? null : more(request, page.next())));
  }

  private List<QueueRow> rows(Context request, List<CaseCard> cards) {
    CasePages pages = screen.cases(request);
    Map<String, Series> series = courses.of(cards.stream().map(CaseCard::alertId).toList());
    return cards.stream().map(card -> pages.row(card, series.get(card.alertId()))).toList();
  }

  /** The rows of the cases that the page names, as many as it can show. */
  private void changed(Context request) {
    List<String> ids = request.queryParams("id");
    List<CaseCard> cards = services.cases().cards(ids.subList(0, Math.min(ids.size(), ROWS)));
    screen.show(request, "part/somerows", "queue", rows(request, cards));
  }

  private static QueueFilter filter(Context request) {
    return new QueueFilter(
        find(Tier.values(), Tier::label, request.queryParam("tier")),
        text(request, "rule"),
        text(request, "region"),
        number(request.queryParam("lever")),
        find(Stage.values(), Stage::code, request.queryParam("stage")),
        text(request, "mine") != null,
        text(request, "overdue") != null,
        text(request, "q"));
  }

  private static <T> T find(
      T[] values, java.util.function.Function<T, String> word, String wanted) {
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private static String text(Context request, String name) {
    String value = request.queryParam(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static Integer number(String text) {
    return text != null && text.matches("\\d{1,2}") ? Integer.valueOf(text) : null;
  }

  private static Map<String, String> chosen(Context request) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String name : FILTERS) {
      String value = request.queryParam(name);
      if (value != null) {
        chosen.put(name, value);
      }
    }
    return chosen;
  }

  private static String more(Context request, QueueCursor next) {
    Address address = new Address("/queue");
    chosen(request).forEach(address::with);
    return address.with("after", next.toString()).toString();
  }

  private List<Facet> facets(Words words) {
    Queue.Choices choices = queue.choices();
    List<Facet> facets = new ArrayList<>();
    facets.add(
        facet(
            words,
            "tier",
            Stream.of(Tier.values())
                .map(tier -> new Option(tier.label(), words.word("tier", tier)))));
    facets.add(
        facet(
            words,
            "rule",
            choices.rules().stream()
                .map(rule -> new Option(rule, screen.names().of(rule, words)))));
    facets.add(facet(words, "region", choices.regions().stream().map(it -> new Option(it, it))));
    facets.add(
        facet(
            words,
            "lever",
            LEVERS.stream().map(lever -> new Option("" + lever, words.code("lever", "" + lever)))));
    facets.add(
        facet(
            words,
            "stage",
            Stream.of(Stage.values())
                .map(stage -> new Option(stage.code(), words.word("stage", stage)))));
    return facets;
  }

  private static Facet facet(Words words, String name, Stream<Option> options) {
    return new Facet(name, words.say("facet." + name), options.toList());
  }
}
