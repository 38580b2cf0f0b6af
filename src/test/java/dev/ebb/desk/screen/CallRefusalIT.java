package dev.ebb.desk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.LeadStore;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Calls from pages that were loaded when they were still allowed. It is noon in Greenwich. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class CallRefusalIT extends ScreenScene {
  private static final Agent LIN = new Agent("lin", "lin", Role.AGENT, null);
  private static final String NUMBER = "13912345678";
  private static final String CASE = "/case/a1";
  private static final String WIN_BACK = "/win-back/" + LeadStore.exitId(NUMBER);

  private LeadStore store;
  private Page lin;

  @BeforeEach
  void take() {
    store = new LeadStore(stage.desk.database);
    store.exit(NUMBER, "2026-11-01T10:00", "tariff", "stated").winBack(NUMBER, "2026-11-15", "P14");
    stage.tell(TestCase.open("a1").of(NUMBER));
    assertThat(stage.desk.work.claim("a1", LIN).isDone()).isTrue();
    lin = stage.signedIn("lin");
    lin.navigate(stage.address() + "/win-back");
    lin.getByText("Take this call").click();
    lin.waitForSelector(".opener");
  }

  @Test
  void shouldLeadToTheTelephoneWhileNothingForbidsIt() {
    for (String call : new String[] {CASE, WIN_BACK}) {
      APIResponse answer = called(call);
      assertThat(answer.status()).as(call).isEqualTo(302);
      assertThat(answer.headers().get("location")).isEqualTo("tel:" + NUMBER);
      assertThat(revealed(call, true).text()).isEqualTo(NUMBER);
    }
  }

  @Test
  void shouldShowTheNumberOnlyToWhoeverWorksTheCase() {
    stage.desk.work.release("a1", LIN);

    APIResponse answer = revealed(CASE, true);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("Claim this case").doesNotContain(NUMBER);
    assertThat(audit()).doesNotContain("reveal");
  }

  @Test
  void shouldDrawTheButtonsBlockedOnceTheHourIsOver() {
    lin.navigate(stage.address() + CASE);
    String told = "jsonb_set(message, '{recommended,contactUntil}', '\"2026-11-20T11:00:00Z\"')";
    store.sql("update cases set message = " + told);
    profile(false, "{\"contact\": {\"quietFrom\": \"11:00:00\", \"quietTo\": \"15:00:00\"}}");

    lin.getByText("Show number").click();

    lin.waitForSelector("button:disabled:has-text('Show number')");
    assertThat(lin.textContent("#refusal")).startsWith("Not now: quiet until 15:00");
    assertThat(lin.textContent("#toast")).startsWith("Not now: quiet until");
    assertThat(lin.content()).doesNotContain(NUMBER);
    assertThat(audit()).doesNotContain("reveal");
  }

  @Test
  void shouldCallNobodyWhoHasOptedOutSince() {
    profile(true, "{\"contact\": {\"optOut\": true}}");

    assertRefused(CASE, "Do not call. Does not want to be contacted, until they say otherwise");
    assertRefused(WIN_BACK, "The law or the customer forbids this call");
  }

  @Test
  void shouldCallNobodyWhomALegalStopProtects() {
    store
        .sql("update cases set reason = 'legal-stop'")
        .withheld("w1", NUMBER, "legal-stop", "P8", "2026-11-20T19:30", "port-out-request")
        .sql("update exits set customer_hash = (select customer_hash from withheld)");

    assertRefused(CASE, "Do not call. The law forbids it until");
    assertRefused(WIN_BACK, "The law or the customer forbids this call");
  }

  @Test
  void shouldCallNobodyAtAWrongHour() {
    store.sql("update cases set contact_from = timestamptz '2026-11-20 15:00Z'");
    assertRefused(CASE, "Not before 15:00.");

    String hours = "{\"quietFrom\": \"19:00:00\", \"quietTo\": \"22:00:00\"}";
    profile(false, "{\"zone\": \"Asia/Shanghai\", \"contact\": %s}".formatted(hours));
    assertRefused(WIN_BACK, "Not now: quiet until 14:00.");
  }

  private void profile(boolean optOut, String json) {
    store.sql(
        """
        insert into customers (customer_id, customer_hash, valid_at, opt_out, profile)
        values ('%s', '', now(), %s, '%s')
        """
            .formatted(NUMBER, optOut, json));
  }

  private APIResponse called(String path) {
    return lin.request()
        .get(stage.address() + path + "/call", RequestOptions.create().setMaxRedirects(0));
  }

  private APIResponse revealed(String path, boolean isPart) {
    RequestOptions options =
        RequestOptions.create()
            .setForm(FormData.create().set("csrf", lin.locator("body").getAttribute("data-csrf")));
    return lin.request()
        .post(
            stage.address() + path + "/reveal",
            isPart ? options.setHeader("HX-Request", "true") : options);
  }

  private void assertRefused(String path, String why) {
    for (APIResponse answer : List.of(called(path), revealed(path, false))) {
      assertThat(answer.status()).as(answer.url()).isEqualTo(409);
      assertThat(answer.text()).contains(why).doesNotContain(NUMBER);
    }
    APIResponse part = revealed(path, true);
    assertThat(part.status()).as(path).isEqualTo(409);
    assertThat(part.headers()).containsKey("hx-retarget");
    assertThat(part.text()).doesNotContain(NUMBER);
    assertThat(audit()).doesNotContain("reveal");
  }
}
