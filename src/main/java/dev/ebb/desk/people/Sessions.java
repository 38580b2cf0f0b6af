package dev.ebb.desk.people;

import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sessions: who has signed in, from the word that their browser holds. */
public final class Sessions {
  private static final Duration TOUCH = Duration.ofMinutes(1);

  private final Database database;
  private final Clocks clocks;
  private final Lengths lengths;

  /**
   * How long a session lasts.
   *
   * @param longest from signing in
   * @param idle without any request
   */
  public record Lengths(Duration longest, Duration idle) {}

  /** The sessions in this database. */
  public Sessions(Database database, Clocks clocks, Lengths lengths) {
    this.database = database;
    this.clocks = clocks;
    this.lengths = lengths;
  }

  /** How long sessions last. */
  public Lengths lengths() {
    return lengths;
  }

  /** Opens a session; the word is for the browser alone. */
  String open(String login) {
    String word = Secret.next();
    database.transact(
        handle ->
            handle
                .createUpdate("insert into sessions values (:hash, :login, :csrf, :now, :now)")
                .bind("hash", Secret.hash(word))
                .bind("login", login)
                .bind("csrf", Secret.next())
                .bind("now", clocks.wallNow())
                .execute());
    return word;
  }

  /** Whose session this is, if it is one and not over. */
  public Optional<Session> find(String word) {
    Instant now = clocks.wallNow();
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    with touched as (
                      update sessions set used_at = :now
                      where token_hash = :hash and used_at < :old and used_at > :idle)
                    select login, name, role, manager_id, csrf from sessions join accounts using (login)
                    where token_hash = :hash and disabled_at is null
                      and sessions.created_at > :oldest and used_at > :idle
                    """)
                .bind("hash", Secret.hash(word))
                .bind("now", now)
                .bind("old", now.minus(TOUCH))
                .bind("oldest", now.minus(lengths.longest()))
                .bind("idle", now.minus(lengths.idle()))
                .map((row, context) -> session(row))
                .findOne());
  }

  private static Session session(java.sql.ResultSet row) throws java.sql.SQLException {
    Agent agent =
        new Agent(
            row.getString("login"),
            row.getString("name"),
            Role.of(row.getString("role")),
            row.getString("manager_id"));
    return new Session(agent, row.getString("csrf"));
  }

  /** Ends a session. */
  public void close(String word) {
    database.transact(
        handle ->
            handle
                .createUpdate("delete from sessions where token_hash = :hash")
                .bind("hash", Secret.hash(word))
                .execute());
  }

  /** Deletes the sessions that are over. */
  public void sweep() {
    database.transact(
        handle ->
            handle
                .createUpdate("delete from sessions where created_at < :oldest or used_at < :idle")
                .bind("oldest", clocks.wallNow().minus(lengths.longest()))
                .bind("idle", clocks.wallNow().minus(lengths.idle()))
                .execute());
  }
}
