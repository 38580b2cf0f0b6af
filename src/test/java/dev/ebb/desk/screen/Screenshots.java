package dev.ebb.desk.screen;

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

  private final String desk = System.getProperty("screenshots.of");
  private final String language = System.getProperty("screenshots.language", "en");
  private final Path folder = Path.of(System.getProperty("screenshots.to", "docs/desk"));

  @Test
  void shouldPictureTheDemo() {
    try (Chromium chromium = new Chromium()) {
      Page agent = signedIn(chromium, "agent");
      Page lead = signedIn(chromium, "lead");
      for (String theme : List.of("light", "dark")) {
        for (Page window : List.of(agent, lead)) {
          window.navigate(desk + "/preferences?language=" + language + "&back=/");
          window.navigate(desk + "/preferences?theme=" + theme + "&back=/");
        }
        picture(agent, "/queue", "queue-" + theme);
        picture(agent, "/next", "case-" + theme);
        picture(lead, "/lead", "lead-" + theme);
        picture(lead, "/lead/rules", "rules-" + theme);
        picture(lead, "/lead/team", "team-" + theme);
        picture(lead, "/lead/digest?period=week", "digest-" + theme);
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
