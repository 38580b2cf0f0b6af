package dev.ebb.desk.people;

import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts of those who work at the desk. */
public final class Accounts {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  private final Database database;
  private final Clocks clocks;
  private final Audit audit;
  private final Passwords passwords;

  /** The accounts in this database. */
  public Accounts(Database database, Clocks clocks, Passwords passwords) {
    this.database = database;
    this.clocks = clocks;
    this.audit = new Audit(database, clocks);
    this.passwords = passwords;
  }

  /**
   * A new account.
   *
   * @param login 2 to 40 lower-case letters, digits, '.', '_' or '-'
   * @param name as shown to others, 1 to 80 characters
   * @param managerId under which profiles name this person as their account manager, or null
   */
  public record NewAccount(String login, String name, Role role, String managerId) {
    public NewAccount {
      if (!LOGIN.matcher(login).matches()) {
        throw new IllegalArgumentException(
            "login must be 2 to 40 of a-z, 0-9, '.', '_' and '-' but was " + login);
      }
      if (name.isBlank() || name.length() > 80) {
        throw new IllegalArgumentException(
            "name must have 1 to 80 characters but had " + name.length());
      }
    }
  }

  /**
   * Adds an account.
   *
   * @param actor who does so, for the audit log
   * @throws IllegalArgumentException if the login is taken or the password too short
   */
  public void add(NewAccount account, String password, String actor) {
    String hash = passwords.hash(password);
    int added =
        database.transact(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into accounts
                          (login, name, password_hash, role, manager_id, created_at)
                        values (:login, :name, :hash, :role, :manager, :now)
                        on conflict do nothing
                        """)
                    .bind("login", account.login())
                    .bind("name", account.name())
                    .bind("hash", hash)
                    .bind("role", account.role().label())
                    .bind("manager", account.managerId())
                    .bind("now", clocks.wallNow())
                    .execute());
    if (added == 0) {
      throw new IllegalArgumentException("login " + account.login() + " is taken");
    }
    audit.note(actor, "account-added", account.login(), account.role().label());
  }

  /**
   * Gives an account another password and ends its sessions; false if there is none with a
   * password: whoever signs in elsewhere gets no second way in.
   */
  public boolean changePassword(String login, String password, String actor) {
    String hash = passwords.hash(password);
    return change(
        login,
        "update accounts set password_hash = :value where login = :login and issuer is null",
        hash,
        actor,
        "password-changed");
  }

  /** Ends an account and its sessions for good; false if there is none. */
  public boolean disable(String login, String actor) {
    return change(
        login,
        """
        update accounts set disabled_at = coalesce(disabled_at, now()) where login = :login
        """,
        null,
        actor,
        "account-disabled");
  }

  private boolean change(String login, String update, String value, String actor, String action) {
    boolean isDone =
        database.transact(
            handle -> {
              handle
                  .createUpdate("delete from sessions where login = :login")
                  .bind("login", login)
                  .execute();
              return handle.createUpdate(update).bind("login", login).bind("value", value).execute()
                  == 1;
            });
    if (isDone) {
      audit.note(actor, action, login, null);
    }
    return isDone;
  }

  /** Whether this is the password of an account that is not disabled. */
  boolean matches(String login, String password) {
    Optional<String> hash =
        database.transact(
            handle ->
                handle
                    .createQuery(
                        """
                        select password_hash from accounts
                        where login = :login and disabled_at is null
                        """)
                    .bind("login", login)
                    .mapTo(String.class)
                    .findOne());
    return passwords.matches(password, hash.orElseGet(passwords::nobody)) && hash.isPresent();
  }
}
