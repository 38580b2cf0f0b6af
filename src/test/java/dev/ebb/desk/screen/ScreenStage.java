package dev.ebb.desk.screen;

import com.microsoft.playwright.Page;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.desk.TestServices;
import dev.ebb.desk.page.Chromium;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.desk.store.RuleTelling;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.desk.web.DeskServer;
import dev.ebb.desk.web.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The desk's pages on a real PostgreSQL, with two agents, two leads and an admin, and the job
 * played by tests.
 */
final class ScreenStage implements AutoCloseable {
  static final String PASSWORD = "long enough";

  final TestDesk desk;
  final RuleBook rules;
  private long published;
  private final Handbook handbook;
  private final Services services;
  private DeskServer server;
  private final Chromium chromium;

  ScreenStage(Database database, Chromium chromium) {
    this.chromium = chromium;
    desk = new TestDesk(database);
    handbook = TestHandbook.of(desk);
    rules = handbook.rules();
    services = TestServices.of(desk);
    for (String login : List.of("lin", "chen")) {
      account(login, Role.AGENT);
    }
    for (String login : List.of("zhao", "sun")) {
      account(login, Role.LEAD);
    }
    account("wu", Role.ADMIN);
    server = start(0);
  }

  private DeskServer start(int port) {
    return DeskServer.start(
        "127.0.0.1", port, services, (all, guard) -> Screens.of(all, guard, handbook));
  }

  /** The desk is away while this happens, and then back at the same address. */
  void restart(Runnable meanwhile) {
    int port = address().getPort();
    server.close();
    meanwhile.run();
    server = start(port);
  }

  private void account(String login, Role role) {
    NewAccount account = new NewAccount(login, login, role, null);
    services.people().accounts().add(account, PASSWORD, "test");
  }

  /** What leads have decided reaches the job, and comes back from its topic. */
  void sendRules() {
    rules
        .telling()
        .drain(
            due ->
                desk.database.transact(
                    handle -> {
                      for (RuleTelling.Publication it : due) {
                        publish(handle, it);
                      }
                      return null;
                    }));
    desk.changes.tell(new Change(Change.Kind.RULE, null, false));
  }

  private void publish(Handle handle, RuleTelling.Publication it) {
    byte[] text = it.text() == null ? null : it.text().getBytes(StandardCharsets.UTF_8);
    RawRecord record =
        new RawRecord(
            new Place("ebb.rules", 0, published++),
            it.rule().getBytes(StandardCharsets.UTF_8),
            text);
    try {
      rules.telling().take(handle, record, it.step());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
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
