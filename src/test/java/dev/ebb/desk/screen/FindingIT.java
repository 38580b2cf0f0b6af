package dev.ebb.desk.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.risk.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** How cases are found, and who may come in, in a real browser on a real PostgreSQL. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class FindingIT extends ScreenScene {
  @Test
  void shouldKeepFiltersAndSearchInTheAddress() {
    Instant past = TestDesk.NOON.minusSeconds(60);
    stage.tell(
        TestCase.open("a1").rule("silence").tier(Tier.SILVER).actBy(past), TestCase.open("b2"));
    stage.desk.sql(
        "update cases set region = 'north', lever = 9, stage = 'D' where alert_id = 'a1'");
    stage.desk.work.claim("a1", new Agent("lin", "lin", Role.AGENT, null));
    Page lin = stage.signedIn("lin");
    lin.navigate(stage.address() + "/queue");
    assertThat(lin.locator("[data-row]")).hasCount(2);

    Map.of("tier", "silver", "rule", "silence", "region", "north", "lever", "9", "stage", "D")
        .forEach((name, value) -> lin.selectOption("[name=" + name + "]", value));
    lin.getByText("Mine", new Page.GetByTextOptions().setExact(true)).click();
    lin.getByText("Overdue", new Page.GetByTextOptions().setExact(true)).click();
    lin.fill("#q", "sil");
    assertThat(lin.locator("[data-row]")).hasCount(1);
    for (String part :
        List.of(
            "q=sil",
            "mine=1",
            "overdue=1",
            "tier=silver",
            "rule=silence",
            "region=north",
            "lever=9",
            "stage=D")) {
      assertThat(lin).hasURL(Pattern.compile("[?&]" + part + "(&|$)"));
    }

    lin.reload();
    assertThat(lin.locator("[data-row]")).hasCount(1);
    assertThat(lin.locator("#q")).hasValue("sil");
    lin.getByText("Clear filters").click();
    assertThat(lin.locator("[data-row]")).hasCount(2);
  }

  @Test
  void shouldOfferOnesOwnCustomersFirst() {
    stage.tell(TestCase.open("a1").priority(10), TestCase.open("b2").priority(99));
    stage.desk.sql("update cases set manager_id = 'm-7' where alert_id = 'a1'");
    stage.desk.sql("update accounts set manager_id = 'm-7' where login = 'lin'");

    assertThat(stage.signedIn("lin").locator("#case")).hasAttribute("data-case", "a1");
    assertThat(stage.signedIn("chen").locator("#case")).hasAttribute("data-case", "b2");
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
}
