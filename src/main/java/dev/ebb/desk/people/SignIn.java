package dev.ebb.desk.people;

import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Lets people in by their passwords. After some failures of one account, or many from one address,
 * nobody is let in there for a while, whatever the password.
 */
public final class SignIn {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int BY_LOGIN = 5;
  private static final int BY_ADDRESS = 20;

  private final Database database;
  private final Clocks clocks;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Audit audit;

  /** A door to these accounts. */
  public SignIn(Database database, Clocks clocks, Accounts accounts, Sessions sessions) {
    this.database = database;
    this.clocks = clocks;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = new Audit(database, clocks);
  }

  /**
   * What came of it.
   *
   * @param session the word for the browser's cookie, or null
   * @param throttled whether there have been too many failures; then not even the right password
   *     helps
   */
  public record Result(String session, boolean throttled) {}

  /**
   * Tries a password.
   *
   * @param address of the browser
   */
  public Result attempt(String login, String password, String address) {
    String byLogin = "login:" + login;
    String byAddress = "address:" + address;
    // Counted as a failure before it is tried, so that of many at once none goes uncounted.
    fail(List.of(byLogin, byAddress));
    if (failures(byLogin) > BY_LOGIN || failures(byAddress) > BY_ADDRESS) {
      takeBack(List.of(byLogin, byAddress));
      audit.note(login, "sign-in-throttled", null, address);
      return new Result(null, true);
    }
    if (!accounts.matches(login, password)) {
      audit.note(login, "sign-in-failed", null, address);
      return new Result(null, false);
    }
    takeBack(List.of(byAddress));
    forgive(byLogin);
    audit.note(login, "sign-in", null, address);
    return new Result(sessions.open(login), false);
  }

  private int failures(String subject) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select count(*) from sign_in_failures where subject = :subject and at > :since")
                .bind("subject", subject)
                .bind("since", since())
                .mapTo(int.class)
                .one());
  }

  private void fail(List<String> subjects) {
    database.transact(
        handle -> {
          handle
              .createUpdate("delete from sign_in_failures where at <= :since")
              .bind("since", since())
              .execute();
          for (String subject : subjects) {
            handle
                .createUpdate("insert into sign_in_failures values (:subject, :now)")
                .bind("subject", subject)
                .bind("now", clocks.wallNow())
                .execute();
          }
          return null;
        });
  }

  private void takeBack(List<String> subjects) {
    database.transact(
        handle -> {
          for (String subject : subjects) {
            handle
                .createUpdate(
                    """
                    delete from sign_in_failures where ctid =
                      (select ctid from sign_in_failures where subject = :subject
                       order by at desc limit 1 for update)
                    """)
                .bind("subject", subject)
                .execute();
          }
          return null;
        });
  }

  private void forgive(String subject) {
    database.transact(
        handle ->
            handle
                .createUpdate("delete from sign_in_failures where subject = :subject")
                .bind("subject", subject)
                .execute());
  }

  private Instant since() {
    return clocks.wallNow().minus(WINDOW);
  }
}
