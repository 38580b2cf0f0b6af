package dev.ebb.desk.screen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ebb.desk.page.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures in {@code docs/desk} of a running demo; no test, and only run by name: {@code
 * mvn verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=Screenshots
 * -Dscreenshots.of=http://127.0.0.1:8090}. In Chinese and into another folder by {@code
 * -Dscreenshots.language=zh -Dscreenshots.to=FOLDER}.
 */
class Screenshots {
  private static final String PASSWORD = "ebb-demo-only";
  private static final List<String> THEMES = List.of("light", "dark");
  private static final List<String> OUTCOMES =
      List.of(
          "accepted",
          "attempted",
          "declined~price",
          "accepted",
          "declined~unavailable~~device",
          "wrong~travel");

  private final String desk = System.getProperty("screenshots.of");
  private final String language = System.getProperty("screenshots.language", "en");
  private final Path folder = Path.of(System.getProperty("screenshots.to", "docs/desk"));

  @Test
  void shouldPictureTheDemo() {
    try (Chromium chromium = new Chromium()) {
      Page agent = signedIn(chromium, "agent");
      Page lead = signedIn(chromium, "lead");
      for (String theme : THEMES) {
        choose(agent, theme);
        picture(agent, "/queue", "queue-" + theme);
        picture(agent, "/next", "case-" + theme);
      }
      work(agent);
      for (String theme : THEMES) {
        choose(lead, theme);
        picture(lead, "/lead", "lead-" + theme);
        picture(lead, "/lead/rules", "rules-" + theme);
        picture(lead, "/lead/team", "team-" + theme);
        picture(lead, "/lead/digest?period=week", "digest-" + theme);
      }
    }
  }

  private void choose(Page window, String theme) {
    window.navigate(desk + "/preferences?language=" + language + "&back=/");
    window.navigate(desk + "/preferences?theme=" + theme + "&back=/");
  }

  /** Leaves the leads something to see: the demo's own agents do not work at the desk. */
  private void work(Page agent) {
    for (String outcome : OUTCOMES) {
      agent.navigate(desk + "/queue");
      Locator claims = agent.locator("form[action$='/claim']");
      if (claims.count() > 0) {
        String claim = claims.first().getAttribute("action");
        claims.first().locator("button").click();
        agent.navigate(desk + claim.replace("/claim", ""));
        agent.waitForResponse(
            answer -> answer.url().endsWith("/outcome"),
            () -> agent.locator("button[value='" + outcome + "']").dispatchEvent("click"));
      }
    }
  }

  private Page signedIn(Chromium chromium, String login) {
    Page window = chromium.window();
    window.navigate(desk + "/sign-in");
    window.fill("[name=login]", login);
    window.fill("[name=password]", PASSWORD);
    window.click("main button[type=submit]");
    return window;
  }

  private void picture(Page window, String path, String name) {
    window.navigate(desk + path);
    ScreenStage.awaitLive(window);
    window.evaluate("document.fonts.ready");
    window.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }
}
