package dev.ebb.desk.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.ebb.desk.page.Chromium;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.retention.CaseState;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents do at the desk, in a real browser on a real PostgreSQL. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class ScreensIT {
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

  private static Chromium chromium;

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private ScreenStage stage;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    stage = new ScreenStage(postgres.open(), chromium);
  }

  @AfterEach
  void close() {
    stage.close();
  }

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
  void shouldAnnounceNewCasesAndMoveNothing() {
    stage.tell(TestCase.open("a1").priority(10));
    Page lin = stage.signedIn("lin");
    lin.navigate(stage.address() + "/queue");
    ScreenStage.awaitLive(lin);

    stage.tell(TestCase.open("b2").priority(99), TestCase.open("c3").priority(98));

    assertThat(lin.locator("[data-pill]")).hasText("2 new");
    assertThat(lin.locator("[data-row]")).hasCount(1);
    lin.locator("[data-pill]").click();
    assertThat(lin.locator("[data-row]")).hasCount(3);
    assertThat(lin.locator("[data-row]").first()).hasAttribute("data-row", "b2");
    assertThat(lin.locator("[data-pill]")).isHidden();
  }

  @Test
  void shouldFreezeACaseThatAColleagueClaims() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.navigate(stage.address() + "/queue");
    ScreenStage.awaitLive(lin);
    Page chen = stage.signedIn("chen");
    chen.keyboard().press("c");

    assertThat(lin.locator("[data-row=a1] .holder")).hasText("chen");
    assertThat(lin.locator("[data-row=a1] .claim")).hasCount(0);
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
  void shouldKeepFiltersInTheAddress() {
    stage.tell(TestCase.open("a1").rule("silence"), TestCase.open("b2").rule("falling-mou"));
    Page lin = stage.signedIn("lin");
    lin.navigate(stage.address() + "/queue");
    assertThat(lin.locator("[data-row]")).hasCount(2);

    lin.selectOption("[name=rule]", "silence");
    assertThat(lin.locator("[data-row]")).hasCount(1);
    assertThat(lin).hasURL(Pattern.compile("rule=silence"));
    lin.reload();
    assertThat(lin.locator("[data-row]")).hasCount(1);
  }

  @Test
  void shouldFindWhoCallsWithoutPuttingTheNumberAnywhere() {
    stage.tell(TestCase.open("a1").of("13912345678"));
    Page lin = stage.signedIn("lin");
    lin.navigate(stage.address() + "/inbound");
    lin.fill("[name=number]", "+139 1234-5678");
    lin.keyboard().press("Enter");

    assertThat(lin.locator("[data-row=a1]")).isVisible();
    assertThat(lin.locator(".prompt")).containsText("While you are on the line");
    assertThat(lin.content()).doesNotContain("13912345678");
    assertThat(lin.url()).doesNotContain("1391");
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

  @Test
  void shouldAskForThePasswordAndSlowGuessersDown() {
    Page stranger = stage.stranger();
    stranger.navigate(stage.address() + "/queue");
    assertThat(stranger).hasURL(Pattern.compile("/sign-in$"));

    for (int guess = 0; guess < 5; guess++) {
      stage.signIn(stranger, "lin", "guess " + guess);
      assertThat(stranger.locator(".failure")).hasText("Name or password is wrong.");
    }
    stage.signIn(stranger, "lin", ScreenStage.PASSWORD);
    assertThat(stranger.locator(".failure")).containsText("Too many tries");
  }

  @Test
  void shouldRefuseWhatDoesNotComeFromItsOwnPages() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    APIResponse forged =
        lin.request()
            .post(
                stage.address() + "/case/a1/claim",
                RequestOptions.create().setForm(FormData.create().set("csrf", "guessed")));

    assertThat(forged.status()).isEqualTo(403);
    lin.reload();
    assertThat(lin.locator("[data-key=c]")).isVisible();
  }

  @Test
  void shouldSpeakChineseAndStayDark() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.getByText("中文").click();
    assertThat(lin.locator("html")).hasAttribute("lang", "zh-Hans");
    assertThat(lin.locator(".reason")).hasText("主叫降62%");
    lin.getByText("深色").click();
    assertThat(lin.locator("html")).hasAttribute("data-theme", "dark");
    lin.reload();
    assertThat(lin.locator("html")).hasAttribute("data-theme", "dark");
  }

  @Test
  void shouldSayWhatIsMissing() {
    Page lin = stage.signedIn("lin");
    assertThat(lin.locator("h1")).hasText("Nothing to call about");
    lin.navigate(stage.address() + "/case/none");
    assertThat(lin.locator("h1")).hasText("No such page");
  }

  private String audit() {
    return stage.desk.database.transact(
        handle ->
            String.join(
                "\n",
                handle
                    .createQuery(
                        "select actor || ' ' || action || ' ' || subject || ' ' || detail from"
                            + " audit where subject is not null and detail is not null")
                    .mapTo(String.class)
                    .list()));
  }
}
