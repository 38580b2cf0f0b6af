package dev.ebb.chain;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.ebb.cluster.KafkaBroker;
import dev.ebb.desk.RunningDesk;
import dev.ebb.desk.page.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From an event to what agents see and do, and back: Kafka, job, PostgreSQL, desk, browser. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class WholeChainIT {
  private static final String SCRIPT =
      "<script>document.title='owned'</script><img src=x onerror=alert(1)>";
  private static final String WARMING = "13900000000";
  private static final List<String> ANNOUNCED =
      List.of("13900000001", "13900000002", "13900000003", "13900000004", "13900000005");
  private static final String SAVED = "13900000010";
  private static final String RACED = "13900000020";
  private static final String SCRIPTED = "13900000030";
  private static final long PROMISED_MILLIS = 3_000;

  /** Notes in the page when its pill changes. */
  private static final String WATCH_THE_PILL =
      """
      new MutationObserver(() => { document.documentElement.dataset.announced = Date.now(); })
        .observe(document.querySelector("[data-pill]"), {childList: true});
      """;

  @RegisterExtension static final KafkaBroker KAFKA = new KafkaBroker();
  @TempDir static Path folder;
  private static Chain chain;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    chain = Chain.start(KAFKA, folder);
    chromium = new Chromium();
    ANNOUNCED.forEach(it -> chain.customer(it, "Sea 128"));
    for (String number : List.of(WARMING, SAVED, RACED)) {
      chain.customer(number, "Sea 128");
    }
    chain.customer(SCRIPTED, SCRIPT);
    chain.begin();
    chain.pass(9);
    chain.asksToLeave(WARMING);
    chain.alertOf(WARMING);
  }

  @AfterAll
  static void stop() throws Exception {
    chromium.close();
    chain.close();
  }

  @Test
  void shouldAnnounceACaseOnAnOpenScreenWithinThreeSeconds() {
    Page lin = signedIn("lin");
    lin.navigate(chain.address() + "/queue");
    awaitLive(lin);
    lin.evaluate(WATCH_THE_PILL);
    int before = lin.locator("[data-row]").count();

    List<Long> millis = new ArrayList<>();
    for (String customer : ANNOUNCED) {
      long appendedAt = chain.asksToLeave(customer);
      String count = millis.isEmpty() ? "1 new" : millis.size() + 1 + " new";
      assertThat(lin.locator("[data-pill]")).hasText(count);
      String at = lin.locator("html").getAttribute("data-announced");
      millis.add(Long.parseLong(at) - appendedAt);
    }
    System.out.println("from the event's append to the open screen: " + millis + " ms");

    assertThat(millis.stream().sorted().toList().get(millis.size() / 2))
        .isLessThan(PROMISED_MILLIS);
    assertThat(lin.locator("[data-row]")).hasCount(before);
    lin.locator("[data-pill]").click();
    assertThat(lin.locator("[data-row]")).hasCount(before + ANNOUNCED.size());
  }

  @Test
  void shouldBringTheVerdictOfTheStreamToTheScreenByItself() {
    chain.asksToLeave(SAVED);
    Page lin = signedIn("lin");
    lin.navigate(chain.address() + "/case/" + chain.alertOf(SAVED));
    awaitLive(lin);
    assertThat(lin.locator(".reason")).containsText("how to take the number to another operator");

    lin.keyboard().press("c");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
    lin.keyboard().press("o");
    lin.keyboard().press("Enter");
    assertThat(lin.locator(".held")).containsText("Answered");
    assertThat(lin.locator(".state")).hasText("Waiting for the verdict · accepted");

    chain.pass(10);
    assertThat(lin.locator(".state")).containsText("Saved");
    assertThat(lin.locator(".held")).containsText("Saved");
    assertThat(lin.locator(".timeline")).containsText("Saved (verified)");
    assertThat(lin.locator(".timeline")).containsText("Accepted");
  }

  @Test
  void shouldGiveACaseToOneOfTwoWhoRaceForIt() {
    chain.asksToLeave(RACED);
    String alertId = chain.alertOf(RACED);
    Page lin = signedIn("lin");
    Page chen = signedIn("chen");
    for (Page window : List.of(lin, chen)) {
      window.navigate(chain.address() + "/case/" + alertId);
      awaitLive(window);
      assertThat(window.locator("[data-key=c]")).isVisible();
    }
    // The slower screen has not heard yet that somebody was faster.
    chen.route("**/case/" + alertId, route -> route.abort());

    lin.keyboard().press("c");
    assertThat(lin.locator("[data-first-outcome]")).isVisible();
    chen.keyboard().press("c");

    assertThat(chen.locator("#toast")).hasText("lin was faster: the case is theirs.");
    assertThat(chen.locator(".held")).hasText("lin works this case.");
  }

  @Test
  void shouldShowAScriptInAPlansNameAsText() {
    chain.asksToLeave(SCRIPTED);
    Page lin = signedIn("lin");
    lin.onDialog(dialog -> lin.evaluate("document.title = 'owned'"));
    lin.navigate(chain.address() + "/case/" + chain.alertOf(SCRIPTED));

    assertThat(lin.locator(".facts")).containsText(SCRIPT);
    assertThat(lin.locator(".facts img")).hasCount(0);
    assertThat(lin).not().hasTitle("owned");
  }

  @Test
  void shouldSpeakChinese() {
    Page lin = signedIn("lin");
    lin.navigate(chain.address() + "/case/" + chain.alertOf(WARMING));
    lin.getByText("中文").click();

    assertThat(lin.locator("html")).hasAttribute("lang", "zh-Hans");
    assertThat(lin.locator(".reason")).containsText("查询携号转网");
    assertThat(lin.locator(".opener")).containsText("您好");
  }

  @Test
  void shouldKeepOutGuessersAndForgers() {
    Page stranger = chromium.window();
    stranger.navigate(chain.address() + "/queue");
    assertThat(stranger.locator("[name=password]")).isVisible();
    for (int guess = 0; guess < 5; guess++) {
      signIn(stranger, "agent", "guess " + guess);
      assertThat(stranger.locator(".failure")).hasText("Name or password is wrong.");
    }
    signIn(stranger, "agent", RunningDesk.PASSWORD);
    assertThat(stranger.locator(".failure")).containsText("Too many tries");

    String claim = chain.address() + "/case/" + chain.alertOf(WARMING) + "/claim";
    APIResponse forged =
        signedIn("lin")
            .request()
            .post(claim, RequestOptions.create().setForm(FormData.create().set("csrf", "guess")));
    assertThat(forged.status()).isEqualTo(403);
  }

  private static Page signedIn(String login) {
    Page window = chromium.window();
    signIn(window, login, RunningDesk.PASSWORD);
    awaitLive(window);
    return window;
  }

  private static void signIn(Page window, String login, String password) {
    window.navigate(chain.address() + "/sign-in");
    window.fill("[name=login]", login);
    window.fill("[name=password]", password);
    window.click("main button[type=submit]");
  }

  private static void awaitLive(Page window) {
    window.waitForSelector("[data-live][data-state=on]");
  }
}
