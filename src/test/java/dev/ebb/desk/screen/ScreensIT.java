package dev.ebb.desk.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.ebb.desk.store.TestCase;
import dev.ebb.retention.CaseState;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What agents do at the desk, in a real browser on a real PostgreSQL. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class ScreensIT extends ScreenScene {
  /** Tells in the page how many changes of cases it has dealt with. */
  private static final String COUNT_WHAT_IS_HEARD =
      """
      const listen = EventSource.prototype.addEventListener;
      let heard = 0;
      EventSource.prototype.addEventListener = function (type, listener) {
        listen.call(this, type, (event) => {
          listener(event);
          if (type === "case") document.documentElement.dataset.heard = ++heard;
        });
      };
      """;

  @Test
  void shouldWorkACaseByThreeKeys() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    assertThat(lin.locator(".reason")).hasText("Outgoing down 62 %");

    lin.keyboard().press("c");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
    lin.keyboard().press("o");
    lin.keyboard().press("Enter");

    assertThat(lin.locator(".held")).containsText("Answered");
    assertThat(lin.locator("#toast")).hasText("Recorded.");
    assertThat(lin.locator(".timeline")).containsText("Accepted");
  }

  /** A key that comes before htmx knows the new form would send it as a page of its own. */
  @Test
  void shouldTakeAKeyTheInstantACaseIsThere() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.evaluate(
        """
        document.addEventListener("htmx:afterSwap", () =>
          setTimeout(() => document.querySelector("[data-first-outcome]").click()), { once: true })
        """);

    lin.keyboard().press("c");

    assertThat(lin.locator(".held")).containsText("Answered");
    assertThat(lin.locator("#toast")).hasText("Recorded.");
  }

  /**
   * What the job says while the agent's own step is under way must not swallow the answer to it.
   */
  @Test
  void shouldShowWhatAStepBringsAndThenWhatHappenedMeanwhile() {
    TestCase open = TestCase.open("a1");
    stage.tell(open);
    Page lin = stage.stranger();
    lin.addInitScript(COUNT_WHAT_IS_HEARD);
    AtomicReference<Route> claim = new AtomicReference<>();
    lin.route("**/case/a1/claim", claim::set);
    stage.signIn(lin, "lin", ScreenStage.PASSWORD);
    ScreenStage.awaitLive(lin);

    lin.keyboard().press("c");
    lin.waitForCondition(() -> claim.get() != null);
    APIResponse answer = claim.get().fetch();
    assertThat(lin.locator("html")).hasAttribute("data-heard", "1");
    stage.tell(open.then(CaseState.RAISED, "new-signal"));
    assertThat(lin.locator("html")).hasAttribute("data-heard", "2");
    claim.get().fulfill(new Route.FulfillOptions().setResponse(answer));

    assertThat(lin.locator("#toast")).hasText("Recorded.");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
    assertThat(lin.locator(".state")).hasText("Raised again · another signal");
  }

  @Test
  void shouldTakeAnOutcomeBack() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    lin.locator("[data-first-outcome]").click();
    assertThat(lin.locator(".held")).containsText("Answered");

    lin.keyboard().press("u");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
    assertThat(lin.locator(".timeline")).not().containsText("Accepted");
  }

  @Test
  void shouldGiveACaseToOneOfTwoWhoWantIt() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    Page chen = stage.signedIn("chen");
    assertThat(lin.locator("[data-key=c]")).isVisible();
    assertThat(chen.locator("[data-key=c]")).isVisible();
    // Chen's screen does not hear that Lin was faster.
    chen.route("**/case/a1", route -> route.abort());

    lin.keyboard().press("c");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
    chen.locator("[data-key=c]").click();

    assertThat(chen.locator("#toast")).hasText("lin was faster: the case is theirs.");
    assertThat(chen.locator(".held")).hasText("lin works this case.");
  }

  @Test
  void shouldHandACaseOverToAColleagueWhoIsThere() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    lin.getByText("Hand over…").click();
    assertThat(lin.locator(".hand-over")).containsText("Nobody else is here.");

    Page chen = stage.signedIn("chen");
    chen.navigate(stage.address() + "/queue");
    ScreenStage.awaitLive(chen);
    lin.reload();
    lin.getByText("Hand over…").click();
    lin.locator(".hand-over button").click();

    assertThat(lin.locator("#toast")).hasText("Handed over to chen.");
    assertThat(lin.locator(".held")).hasText("chen works this case.");
    assertThat(chen.locator("[data-handed]")).isVisible();
    assertThat(chen.locator("[data-handed]")).containsText("A colleague has handed you a case.");
    chen.getByText("Open it").click();
    assertThat(chen.locator("[data-first-outcome]")).isVisible();
    assertThat(audit()).contains("lin hand-over a1 to chen");
  }

  @Test
  void shouldSayThatAStepWasNotRecordedWhereTheDeskCannotBeReached() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.route("**/case/a1/claim", route -> route.abort());
    lin.keyboard().press("c");
    assertThat(lin.locator("#toast")).containsText("nothing was recorded");
    lin.unroute("**/case/a1/claim");

    lin.keyboard().press("c");
    lin.locator("[data-key='4']").click();
    lin.locator("[value='callback~~when']").click();
    assertThat(lin.locator("#toast")).containsText("choose a reason or a time");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
  }

  @Test
  void shouldAgreeOnATimeToCallBackWithoutANote() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    lin.locator("[data-key='4']").click();
    lin.locator("[name=when]").fill("2026-11-23T10:30");
    lin.locator("[value='callback~~when']").click();

    assertThat(lin.locator("#toast")).hasText("Recorded.");
    assertThat(lin.locator(".timeline")).containsText("Call back, until Mon 10:30");
    assertThat(lin.locator(".timeline .note")).hasCount(0);
  }

  @Test
  void shouldTellWhichPartsOfTheDayAreLeftToTry() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    lin.locator("[data-key='3']").click();

    assertThat(lin.locator(".act"))
        .containsText("No answer: 12:00. Not tried yet: the morning, the evening.");
    assertThat(lin.locator(".act")).containsText("Comes back 18:00.");
  }

  @Test
  void shouldShowTheVerdictByItself() {
    TestCase open = TestCase.open("a1");
    stage.tell(open);
    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    lin.locator("[data-first-outcome]").click();
    assertThat(lin.locator(".held")).containsText("Answered");
    ScreenStage.awaitLive(lin);

    stage.tell(open.then(CaseState.WAITING, "accepted").then(CaseState.SAVED, "verified"));

    assertThat(lin.locator(".held")).containsText("Saved");
  }

  @Test
  void shouldShowANumberOnlyWhenAskedAndWriteThatDown() {
    stage.tell(TestCase.open("a1").of("13912345678"));
    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
    assertThat(lin.content()).doesNotContain("13912345678");

    lin.getByText("Show number").click();
    assertThat(lin.locator("#number")).hasText("13912345678");
    assertThat(audit()).contains("lin reveal a1 look");
  }
}
