package dev.ebb.desk.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The audit log in a browser, after an agent has seen a number. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class AuditScreenIT extends ScreenScene {
  private static final Agent LIN = new Agent("lin", "lin", Role.AGENT, null);
  private static final String NUMBER = "13912345678";

  @BeforeEach
  void reveal() {
    stage.tell(TestCase.open("a1").of(NUMBER));
    stage.desk.work.claim("a1", LIN);
    stage.desk.cases.reveal("a1", LIN, "look");
  }

  @Test
  void shouldShowAnAdminWhoSawWhichNumber() {
    Page admin = stage.signedIn("wu");
    admin.navigate(stage.address() + "/lead");
    admin.getByText("Audit log").click();

    assertThat(admin.locator(".audit tbody tr").first()).containsText("signed in");
    admin.fill("[name=who]", "lin");
    admin.selectOption("[name=kind]", "reveal");
    admin.fill("[name=day]", "2026-11-20");
    admin.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(admin.locator(".audit tbody tr")).hasCount(1);
    assertThat(admin.locator(".audit tbody tr"))
        .containsText("2026-11-20 12:00:00linsaw the number13 ••• 78shown");
    assertThat(admin.url()).contains("who=lin", "kind=reveal", "day=2026-11-20");
    assertThat(admin.content()).doesNotContain(NUMBER);
    admin.locator(".audit td.number a").click();
    assertThat(admin.locator("#case")).hasAttribute("data-case", "a1");
  }

  @Test
  void shouldLeadOnToOlderEntries() {
    Audit audit = new Audit(stage.desk.database, stage.desk.clocks);
    for (int i = 0; i < 60; i++) {
      audit.note("chen", "undo", "case-" + i, null);
    }
    Page admin = stage.signedIn("wu");
    admin.navigate(stage.address() + "/lead/audit?who=chen");
    assertThat(admin.locator(".audit tbody tr")).hasCount(50);

    admin.getByText("Older entries").click();

    assertThat(admin.locator(".audit tbody tr")).hasCount(10);
    assertThat(admin.locator(".audit tbody tr").last()).containsText("case-0");
    assertThat(admin.locator("[name=who]")).hasValue("chen");
    assertThat(admin.getByText("Older entries")).hasCount(0);
  }

  @Test
  void shouldExportWhatIsAskedForAndWriteThatDown() {
    Audit audit = new Audit(stage.desk.database, stage.desk.clocks);
    audit.note("=cmd", "sign-in-failed", null, "127.0.0.1");
    Page admin = stage.signedIn("wu");

    String all = get(admin, "/lead/audit.csv").text();
    APIResponse some = get(admin, "/lead/audit.csv?kind=reveal");

    assertThat(all).contains("\"'=cmd\",\"sign-in-failed\"").doesNotContain(NUMBER);
    assertThat(some.headers().get("content-disposition")).contains("ebb-audit-2026-11-20.csv");
    assertThat(some.text().lines())
        .containsExactly(
            "\uFEFF\"at\",\"actor\",\"action\",\"subject\",\"customer\",\"detail\"",
            "\"2026-11-20T12:00Z\",\"lin\",\"reveal\",\"a1\",\"13***78\",\"look\"");
    assertThat(audit()).contains("wu export audit [reveal]");
    assertThat(get(admin, "/lead/audit?day=today").status()).isEqualTo(400);
  }

  @Test
  void shouldRefuseAKindThatThereIsNot() {
    Page admin = stage.signedIn("wu");
    for (String path : List.of("/lead/audit", "/lead/audit.csv")) {
      assertThat(get(admin, path + "?kind=reveals").status()).as(path).isEqualTo(400);
    }
    assertThat(get(admin, "/lead/audit?kind=").status()).isEqualTo(200);
    assertThat(audit()).doesNotContain("export");
  }

  @Test
  void shouldKeepTheLogFromLeadsWhoStandInItThemselves() {
    Page zhao = stage.signedIn("zhao");
    for (String path : List.of("/lead/audit", "/lead/audit.csv")) {
      assertThat(get(zhao, path).status()).as(path).isEqualTo(403);
    }
    zhao.navigate(stage.address() + "/lead");
    assertThat(zhao.getByText("Audit log")).hasCount(0);
  }

  private APIResponse get(Page window, String path) {
    return window.request().get(stage.address() + path);
  }
}
