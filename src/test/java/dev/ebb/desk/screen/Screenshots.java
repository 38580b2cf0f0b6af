package dev.ebb.desk.screen;

import com.microsoft.playwright.Page;
import dev.ebb.desk.page.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures in {@code docs/desk} of a running demo; no test, and only run by name: {@code
 * mvn verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=Screenshots
 * -Dscreenshots.of=http://127.0.0.1:8090}.
 */
class Screenshots {
  private static final Path FOLDER = Path.of("docs/desk");
  private static final String PASSWORD = "ebb-demo-only";

  private final String desk = System.getProperty("screenshots.of");

  @Test
  void shouldPictureTheDemo() {
    try (Chromium chromium = new Chromium()) {
      Page agent = signedIn(chromium, "agent");
      Page lead = signedIn(chromium, "lead");
      for (String theme : List.of("light", "dark")) {
        agent.navigate(desk + "/preferences?theme=" + theme + "&back=/queue");
        picture(agent, "queue-" + theme);
        agent.navigate(desk + "/next");
        picture(agent, "case-" + theme);
        lead.navigate(desk + "/preferences?theme=" + theme + "&back=/lead");
        picture(lead, "lead-" + theme);
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

  private static void picture(Page window, String name) {
    ScreenStage.awaitLive(window);
    window.evaluate("document.fonts.ready");
    window.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
