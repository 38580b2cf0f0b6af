package dev.ebb.demo;

import dev.ebb.config.DeskSettings.DatabaseSettings;
import dev.ebb.config.Settings;
import dev.ebb.desk.Desk;
import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Role;
import dev.ebb.event.Feed;
import dev.ebb.launch.Bindings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/** A retention desk with a PostgreSQL and accounts of its own, for a demo only. */
public final class DemoDesk implements AutoCloseable {
  private static final String PASSWORD = "ebb-demo-only";
  private static final String HINT =
      "sign in as agent, agent2, lead or admin with the password " + PASSWORD;

  /** Everybody knows the passwords anyway: signing in need not be slow. */
  private static final Passwords QUICK = new Passwords(4);

  private final EmbeddedDatabase database;
  private final Desk desk;

  private DemoDesk(EmbeddedDatabase database, Desk desk) {
    this.database = database;
    this.desk = desk;
  }

  /**
   * Starts PostgreSQL and the desk.
   *
   * @param folder for PostgreSQL
   * @param port of the desk; 0 takes a free one
   * @param time in which the demo's customers live
   */
  static DemoDesk open(Path folder, Settings settings, int port, InstantSource time)
      throws IOException {
    EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0);
    try {
      DatabaseSettings access =
          new DatabaseSettings(
              database.jdbcUrl("postgres"),
              "postgres",
              null,
              settings.desk().database().connections());
      Settings own = settings.withDesk(settings.desk().at(port, access));
      Clocks clocks = new Clocks(time, InstantSource.system());
      Desk desk =
          Desk.start(
              own,
              new Desk.Outfit(Bindings.of(own, Feed.CUSTOMERS), "", clocks, QUICK, HINT, null));
      addAccounts(desk.services().people().accounts());
      return new DemoDesk(database, desk);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void addAccounts(Accounts accounts) {
    add(accounts, "agent", "Lin Wei", Role.AGENT, "M1");
    add(accounts, "agent2", "Chen Jie", Role.AGENT, null);
    add(accounts, "lead", "Zhao Min", Role.LEAD, null);
    add(accounts, "admin", "Sun Yan", Role.ADMIN, null);
  }

  private static void add(
      Accounts accounts, String login, String name, Role role, String managerId) {
    accounts.add(new NewAccount(login, name, role, managerId), PASSWORD, "demo");
  }

  /** Where browsers find it. */
  public URI address() {
    return desk.address();
  }

  /** How to sign in. */
  public String hint() {
    return HINT;
  }

  @Override
  public void close() throws IOException {
    desk.close();
    database.close();
  }
}
