package dev.ebb.desk.screen;

import dev.ebb.desk.page.CasePages;
import dev.ebb.desk.page.InboundView;
import dev.ebb.desk.page.Words;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.Cases;
import dev.ebb.desk.store.Place;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** A customer calls in. */
final class InboundScreen implements Routes {
  private final Screen screen;
  private final Cases cases;

  InboundScreen(Screen screen, Services services) {
    this.screen = screen;
    this.cases = services.cases();
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.get("/inbound", it -> screen.show(it, "inbound", "inbound", InboundView.blank()));
    routes.post("/inbound", this::find);
  }

  /** The number comes in a form, so that no address and no log holds it. */
  private void find(Context request) {
    String number = String.valueOf(request.formParam("number"));
    List<CaseCard> found = cases.ofCustomer(number);
    boolean isKnown = !found.isEmpty() || cases.profileOf(number).isPresent();
    CasePages pages = screen.cases(request);
    screen.show(
        request,
        "inbound",
        "inbound",
        new InboundView(
            true,
            isKnown,
            found.stream().map(card -> pages.row(card, null)).toList(),
            prompt(found, screen.words(request))));
  }

  private static String prompt(List<CaseCard> found, Words words) {
    return found.stream()
        .filter(card -> card.place() == Place.TO_DO || card.place() == Place.PUT_OFF)
        .filter(card -> card.playbook() != null)
        .findFirst()
        .map(
            card -> {
              String own = "hotline." + card.playbook();
              return words.say(words.knows(own) ? own : "hotline.any");
            })
        .orElse(null);
  }
}
