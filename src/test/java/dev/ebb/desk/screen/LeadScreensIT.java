package dev.ebb.desk.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.LeadStore;
import dev.ebb.desk.store.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What leads do at the desk, in a real browser on a real PostgreSQL. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class LeadScreensIT extends ScreenScene {
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  @Test
  void shouldStopARuleWithOneConfirmationAndStartItWithTwoPeople() {
    Page zhao = at("zhao", "/lead/rules");
    Page sun = at("sun", "/lead/rules");

    ask(zhao, "Stop…", "calls the wrong people", "Stop it now");
    assertThat(zhao.locator("#toast"))
        .hasText("Decided. The job is being told; it says “Stopped” once the job has taken it.");
    assertThat(silence(zhao)).containsText("On its way");
    assertThat(silence(zhao)).containsText("Not taken by the job yet.");
    stage.sendRules();
    assertThat(silence(zhao)).containsText("Stopped");
    assertThat(silence(sun)).containsText("zhao decided to stop it");

    ask(zhao, "Start again…", "threshold mended", "Ask for it");
    assertThat(silence(zhao)).containsText("Somebody else must agree.");
    assertThat(silence(zhao).getByText("Agree and start")).hasCount(0);
    assertThat(silence(sun))
        .containsText("zhao asks to start it again as “Active”, version 1: threshold mended");
    assertThat(forged(zhao, "/lead/rules/silence/agree").status()).isEqualTo(409);
    silence(sun).getByText("Agree and start").click();
    assertThat(sun.locator("#toast")).hasText("Agreed. The job is being told.");
    stage.sendRules();
    assertThat(silence(zhao)).containsText("Active");
    assertThat(silence(sun)).containsText("zhao asked to start it again, sun agreed");
  }

  private static Locator silence(Page window) {
    return window.locator("tbody.rule").filter(new Locator.FilterOptions().setHasText("silence"));
  }

  private static void ask(Page window, String open, String reason, String confirm) {
    Locator rule = silence(window);
    rule.getByText(open).click();
    rule.locator("[name=reason]").fill(reason);
    rule.getByText(confirm).click();
  }

  /** Sent by the browser's own session, past the page. */
  private APIResponse forged(Page window, String path) {
    return window
        .request()
        .post(
            stage.address() + path,
            RequestOptions.create()
                .setHeader("HX-Request", "true")
                .setForm(FormData.create().set("csrf", csrf(window))));
  }

  private static String csrf(Page window) {
    return window.locator("body").getAttribute("data-csrf");
  }

  @Test
  void shouldKeepWhatIsTheLeadsFromAgents() {
    Page lin = stage.signedIn("lin");
    for (String path :
        List.of(
            "/lead",
            "/lead/rules",
            "/lead/team",
            "/lead/departed",
            "/lead/digest",
            "/lead/export/cases.csv")) {
      assertThat(lin.request().get(stage.address() + path).status()).as(path).isEqualTo(403);
    }
    for (String path : List.of("/lead/rules/silence/stop", "/lead/team/limits")) {
      assertThat(forged(lin, path).status()).as(path).isEqualTo(403);
    }
  }

  @Test
  void shouldGiveNoMoreNewCasesThanTheLeadAllows() {
    stage.tell(TestCase.open("a1"), TestCase.open("b2").priority(10));
    Page zhao = at("zhao", "/lead/team");
    zhao.fill("[name=hour]", "1");
    zhao.getByText("Set", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(zhao.locator("[name=hour]")).hasValue("1");

    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    lin.locator("[data-first-outcome]").click();
    assertThat(lin.locator(".held")).containsText("Answered");
    lin.navigate(stage.address() + "/next");
    assertThat(lin.locator("h1")).hasText("Enough for now");
    assertThat(lin.locator(".empty"))
        .containsText("You have taken 1 new cases within the hour, as many as your team allows.");

    lin.navigate(stage.address() + "/case/b2");
    lin.locator("[data-key=c]").click();
    assertThat(lin.locator("#toast")).containsText("The next one from 13:00.");
    Page chen = stage.signedIn("chen");
    assertThat(chen.locator("[data-key=c]")).isVisible();
  }

  @Test
  void shouldCountWhatACustomerAskedForInVain() {
    stage.tell(TestCase.open("a1"));
    Page lin = stage.signedIn("lin");
    lin.keyboard().press("c");
    lin.locator("summary[data-key='2']").click();
    lin.getByText("a device").click();
    assertThat(lin.locator(".held")).containsText("Answered");

    Page zhao = at("zhao", "/lead/team");
    assertThat(zhao.locator("section[aria-labelledby=asked]")).containsText("a device");
  }

  @Test
  void shouldExportWhatNoSpreadsheetTakesForAFormulaAndWriteThatDown() {
    new LeadStore(stage.desk.database)
        .alert("a1", "13912345678", "P1", "2026-11-19T10:00", "silence")
        .outcome("a1", "lin", "declined", "price", "2026-11-19T11:00")
        .sql("update outcomes set note = '=HYPERLINK(\"http://x\"), \"so\"'")
        .outcome("a1", "lin", "snoozed", "@SUM(A1)", "2026-11-19T11:01");
    Page zhao = stage.signedIn("zhao");

    APIResponse csv = zhao.request().get(stage.address() + "/lead/export/outcomes.csv?days=7");

    assertThat(csv.headers().get("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.headers().get("content-disposition")).contains("ebb-outcomes-2026-11-20.csv");
    assertThat(csv.text().lines())
        .satisfiesExactly(
            header ->
                assertThat(header)
                    .isEqualTo(
                        "\uFEFF\"id\",\"alert_id\",\"customer_id\",\"kind\",\"reason\",\"asked\","
                            + "\"due_at\",\"agent\",\"at\",\"note\""),
            row -> assertThat(row).endsWith(",\"'=HYPERLINK(\"\"http://x\"\"), \"\"so\"\"\""),
            row -> assertThat(row).contains(",\"'@SUM(A1)\","));
    assertThat(zhao.request().get(stage.address() + "/lead/export/cases.csv").text())
        .contains("13***78")
        .doesNotContain("13912345678");
    assertThat(zhao.request().get(stage.address() + "/lead/export/rules.csv").text())
        .contains("\"silence\",\"active\",\"1\",\"1\",\"0\"");
    assertThat(zhao.request().get(stage.address() + "/lead/export/accounts.csv").status())
        .isEqualTo(404);
    assertThat(new Audit(stage.desk.database, stage.desk.clocks).newest(10))
        .extracting(line -> line.actor() + " " + line.action() + " " + line.subject())
        .startsWith("zhao export rules", "zhao export cases", "zhao export outcomes");
  }

  @Test
  void shouldLetAnAgentWinBackOneOfTheDepartedAndCountIt() {
    new LeadStore(stage.desk.database)
        .exit("13912345678", "2026-11-01T10:00", "tariff", "stated")
        .winBack("13912345678", "2026-11-15", "P14-price");
    Page lin = at("lin", "/win-back");
    assertThat(lin.locator(".call-card")).containsText("13 ••• 78");
    lin.getByText("Take this call").click();
    assertThat(lin.locator(".opener")).containsText("Our plans have changed since");
    assertThat(lin.content()).doesNotContain("13912345678");
    lin.getByText("Show number").click();
    assertThat(lin.locator(".call .number")).hasText("13912345678");
    lin.getByText("Comes back").click();
    assertThat(lin.locator(".empty h2")).hasText("Nobody to win back today");

    Page zhao = at("zhao", "/lead/departed");
    assertThat(zhao.locator("section[aria-labelledby=calls]")).containsText("Comes back");
    assertThat(zhao.locator("section[aria-labelledby=gone]")).containsText("stated");
  }

  @Test
  void shouldPrintADayAndAWeekOnOneSheetEach() {
    LeadStore store = new LeadStore(stage.desk.database);
    for (int i = 0; i < 40; i++) {
      store
          .alert("a" + i, "c" + i, "P1", "2026-11-19T10:00", "rule-" + i, "silence")
          .outcome("a" + i, "agent-" + i, "claimed", null, "2026-11-19T11:00")
          .exit("c" + i, "2026-11-19T12:00", "cause-" + i, "stated");
    }
    Page zhao = at("zhao", "/lead/digest");
    assertThat(zhao.locator(".sheet header")).containsText("Thu 19 Nov");
    assertThat(zhao.locator(".numbers")).containsText("40");
    assertThat(pages(zhao)).isEqualTo(1);
    zhao.navigate(stage.address() + "/lead/digest?period=week&date=2026-11-19");
    assertThat(zhao.locator(".sheet header")).containsText("Mon 16 Nov to Sun 22 Nov");
    assertThat(pages(zhao)).isEqualTo(1);
    assertThat(zhao.request().get(stage.address() + "/lead/digest?date=tomorrow").status())
        .isEqualTo(400);
  }

  private static long pages(Page window) {
    byte[] pdf = window.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    return PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }

  private Page at(String login, String path) {
    Page window = stage.signedIn(login);
    window.navigate(stage.address() + path);
    ScreenStage.awaitLive(window);
    return window;
  }
}
