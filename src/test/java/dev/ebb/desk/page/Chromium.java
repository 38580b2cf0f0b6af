package dev.ebb.desk.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven; each window is a person with cookies of their own. */
public final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  /** Starts the browser. */
  public Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(QUIETLY));
  }

  /** Whether the tests that need it should run: CI does without nothing. */
  public static boolean isExpected() {
    return System.getenv("CI") != null || Files.isExecutable(PROGRAM);
  }

  /** A window of 1366 x 768, as agents have. */
  public Page window() {
    return window(new Browser.NewContextOptions().setViewportSize(1366, 768));
  }

  /** A tablet of this size, worked with fingers. */
  public Page tablet(int width, int height) {
    return window(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  private Page window(Browser.NewContextOptions options) {
    BrowserContext person = browser.newContext(options);
    person.setDefaultTimeout(PATIENCE_MILLIS);
    return person.newPage();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
