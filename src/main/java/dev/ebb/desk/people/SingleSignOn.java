package dev.ebb.desk.people;

import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Lets in whom a provider of identities vouches for. People are known by issuer and subject alone:
 * a name that is taken here is somebody else's, whatever the provider says.
 */
public final class SingleSignOn {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_LOGIN = 36;
  private static final String NOBODY = "person";

  private final Database database;
  private final Clocks clocks;
  private final Sessions sessions;
  private final Audit audit;

  /** A door to the accounts in this database. */
  public SingleSignOn(Database database, Clocks clocks, Sessions sessions) {
    this.database = database;
    this.clocks = clocks;
    this.sessions = sessions;
    this.audit = new Audit(database, clocks);
  }

  /**
   * Opens a session; the first time an account is made, later its name and role follow the
   * provider's.
   *
   * @param address of the browser
   * @return the word for the browser's cookie; empty if the account is disabled
   */
  public Optional<String> admit(Identity identity, String address) {
    Optional<String> known = database.transact(handle -> updated(handle, identity));
    String login = known.orElseGet(() -> database.transact(handle -> added(handle, identity)));
    if (login == null) {
      audit.note(identity.subject(), "sign-in-failed", null, address + ", account is disabled");
      return Optional.empty();
    }
    audit.note(login, "sign-in", null, address + ", by " + identity.issuer());
    return Optional.of(sessions.open(login));
  }

  private static Optional<String> updated(Handle handle, Identity identity) {
    return handle
        .createQuery(
            """
            update accounts set role = :role, name = coalesce(:name, name)
            where issuer = :issuer and subject = :subject and disabled_at is null
            returning login
            """)
        .bind("role", identity.role().label())
        .bind("name", name(identity))
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .mapTo(String.class)
        .findOne();
  }

  /** The login of the new account; null if there is one, which is disabled. */
  private String added(Handle handle, Identity identity) {
    String wanted = login(identity);
    String login = wanted;
    for (int i = 2; isTaken(handle, login); i++) {
      login = wanted + "-" + i;
    }
    int added =
        handle
            .createUpdate(
                """
                insert into accounts (login, name, role, created_at, issuer, subject)
                values (:login, coalesce(:name, :login), :role, :now, :issuer, :subject)
                on conflict do nothing
                """)
            .bind("login", login)
            .bind("name", name(identity))
            .bind("role", identity.role().label())
            .bind("now", clocks.wallNow())
            .bind("issuer", identity.issuer())
            .bind("subject", identity.subject())
            .execute();
    return added == 0 ? null : login;
  }

  private static boolean isTaken(Handle handle, String login) {
    return handle
        .createQuery("select exists (select 1 from accounts where login = :login)")
        .bind("login", login)
        .mapTo(boolean.class)
        .one();
  }

  /** What is left of the wanted one of the characters that a login may have. */
  private static String login(Identity identity) {
    String wanted = identity.login() == null ? "" : identity.login().toLowerCase(Locale.ROOT);
    String clean = wanted.replaceAll("@.*", "").replaceAll("[^a-z0-9._-]", "");
    String begun = clean.replaceAll("^[._-]+", "");
    String fitting = begun.length() < 2 ? NOBODY : begun;
    return fitting.substring(0, Math.min(fitting.length(), LONGEST_LOGIN));
  }

  private static String name(Identity identity) {
    String name = identity.name();
    return name == null || name.isBlank()
        ? null
        : name.strip().substring(0, Math.min(name.strip().length(), LONGEST_NAME));
  }
}
