package dev.ebb.desk.screen;

import com.microsoft.playwright.Page;
import dev.ebb.desk.TestServices;
import dev.ebb.desk.page.Chromium;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.desk.web.DeskServer;
import dev.ebb.desk.web.Services;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The desk's pages on a real PostgreSQL, with two agents and two leads, and the job played by
 * tests.
 */
final class ScreenStage implements AutoCloseable {
  static final String PASSWORD = "long enough";

  final TestDesk desk;
  private final DeskServer server;
  private final Chromium chromium;

  ScreenStage(Database database, Chromium chromium) {
    this.chromium = chromium;
    desk = new TestDesk(database);
    Services services = TestServices.of(desk);
    for (String login : List.of("lin", "chen")) {
      NewAccount account = new NewAccount(login, login, Role.AGENT, null);
      services.people().accounts().add(account, PASSWORD, "test");
    }
    for (String login : List.of("zhao", "sun")) {
      NewAccount account = new NewAccount(login, login, Role.LEAD, null);
      services.people().accounts().add(account, PASSWORD, "test");
    }
    server =
        DeskServer.start(
            "127.0.0.1",
            0,
            services,
            (all, guard) -> Screens.of(all, guard, ZoneOffset.UTC, TestHandbook.of(desk)));
  }

  URI address() {
    return server.address();
  }

  /** The job tells these cases, and screens hear of it. */
  void tell(TestCase... cases) {
    for (TestCase it : cases) {
      desk.tell(it.message());
      desk.changes.tell(Change.of(it.alertId(), true));
    }
  }

  /** Somebody at a window of their own, not signed in. */
  Page stranger() {
    return chromium.window();
  }

  /** Somebody who has signed in. */
  Page signedIn(String login) {
    Page window = stranger();
    signIn(window, login, PASSWORD);
    awaitLive(window);
    return window;
  }

  void signIn(Page window, String login, String password) {
    window.navigate(address() + "/sign-in");
    window.fill("[name=login]", login);
    window.fill("[name=password]", password);
    window.click("main button[type=submit]");
  }

  /** Waits until the screen hears of changes. */
  static void awaitLive(Page window) {
    window.waitForSelector("[data-live][data-state=on]");
  }

  @Override
  public void close() {
    server.close();
  }
}
