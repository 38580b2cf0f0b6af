package dev.ebb.desk.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import dev.ebb.retention.CaseState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What screens show that were cut off from the desk while something happened. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class BreakIT extends ScreenScene {
  private static final Agent LIN = new Agent("lin", "lin", Role.AGENT, null);
  private static final Agent CHEN = new Agent("chen", "chen", Role.AGENT, null);
  private static final Agent ZHAO = new Agent("zhao", "zhao", Role.LEAD, null);

  private final TestCase open = TestCase.open("a1");

  @Test
  void shouldShowWhatHappenedToTheOpenCase() {
    stage.tell(open);
    Page lin = stage.signedIn("lin");

    stage.restart(() -> stage.tell(open.then(CaseState.RAISED, "new-signal")));

    assertThat(lin.locator(".state")).hasText("Raised again · another signal");
  }

  @Test
  void shouldShowWhatHappenedToTheQueueAndAnnounceNewCases() {
    stage.tell(open);
    Page lin = at("lin", "/queue");

    stage.restart(
        () -> {
          stage.desk.work.claim("a1", CHEN);
          stage.tell(TestCase.open("b2").priority(99), TestCase.open("c3").priority(98));
        });

    assertThat(lin.locator("[data-row=a1] .holder")).hasText("chen");
    assertThat(lin.locator("[data-pill]")).hasText("2 new");
    assertThat(lin.locator("[data-row]")).hasCount(1);
  }

  @Test
  void shouldOfferACaseToWhoeverWaitsForOne() {
    Page lin = stage.signedIn("lin");
    assertThat(lin.locator("[data-next-empty]")).isVisible();

    stage.restart(() -> stage.tell(open));

    assertThat(lin.locator("#case")).hasAttribute("data-case", "a1");
  }

  @Test
  void shouldShowThatARuleWasStopped() {
    Page sun = at("sun", "/lead/rules");

    stage.restart(() -> stage.rules.stop("silence", ZHAO, "calls the wrong people"));

    assertThat(sun.locator("#rules")).containsText("On its way");
  }

  @Test
  void shouldAskAgainForRowsThatTheDeskCouldNotTell() {
    stage.tell(open);
    Page lin = at("lin", "/queue");
    lin.route("**/queue/rows?*", failingOnce(route -> route.abort()));

    stage.desk.work.claim("a1", CHEN);

    assertThat(lin.locator("[data-row=a1] .holder")).hasText("chen");
  }

  @Test
  void shouldAskAgainForACaseThatTheDeskCouldNotTell() {
    stage.tell(open);
    stage.desk.work.claim("a1", LIN);
    Page lin = at("lin", "/case/a1");
    Route.FulfillOptions busy = new Route.FulfillOptions().setStatus(503);
    lin.route("**/case/a1", failingOnce(route -> route.fulfill(busy)));

    stage.tell(open.then(CaseState.RAISED, "new-signal"));

    assertThat(lin.locator(".state")).hasText("Raised again · another signal");
  }

  /** What is answered to the first request; the others reach the desk. */
  private static Consumer<Route> failingOnce(Consumer<Route> failure) {
    AtomicInteger requests = new AtomicInteger();
    return route -> {
      if (requests.getAndIncrement() == 0) {
        failure.accept(route);
      } else {
        route.resume();
      }
    };
  }

  private Page at(String login, String path) {
    Page window = stage.signedIn(login);
    window.navigate(stage.address() + path);
    ScreenStage.awaitLive(window);
    return window;
  }
}
