package dev.ebb.desk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Those whose accounts are not disabled. */
public final class Agents {
  private static final String SELECT =
      "select login, name, role, manager_id from accounts where disabled_at is null";

  private final Database database;

  /** The people in this database. */
  public Agents(Database database) {
    this.database = database;
  }

  /** Whoever has this login. */
  public Optional<Agent> find(String login) {
    return database.transact(handle -> find(handle, login));
  }

  /** Everybody, by login: to whom a case can be handed over. */
  public List<Agent> all() {
    return database.transact(
        handle ->
            handle
                .createQuery(SELECT + " order by login")
                .map((row, context) -> agent(row))
                .list());
  }

  /** Who has used the desk since then, in wall time, by name. */
  public List<Agent> present(Instant since) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " and login in (select login from sessions where used_at > :since)"
                        + " order by name, login")
                .bind("since", since)
                .map((row, context) -> agent(row))
                .list());
  }

  static Optional<Agent> find(Handle handle, String login) {
    return handle
        .createQuery(SELECT + " and login = :login")
        .bind("login", login)
        .map((row, context) -> agent(row))
        .findOne();
  }

  private static Agent agent(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Agent(
        row.getString("login"),
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getString("manager_id"));
  }
}
