package dev.ebb.desk.people;

import dev.ebb.config.DurationText;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens with which programs use the desk's interface. Only their hashes are kept. */
public final class Tokens {
  /** What a token may allow. */
  public static final Set<String> SCOPES =
      Set.of("cases:read", "cases:work", "cases:reveal", "webhooks");

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final Database database;
  private final Clocks clocks;
  private final Audit audit;

  /** The tokens in this database. */
  public Tokens(Database database, Clocks clocks) {
    this.database = database;
    this.clocks = clocks;
    this.audit = new Audit(database, clocks);
  }

  /** A token that was found. */
  public record Token(String name, Set<String> scopes) {
    public Token {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * A token that was given out.
   *
   * @param expiresAt null: never
   * @param usedAt last; null: never
   */
  public record Issued(
      String name,
      Set<String> scopes,
      String createdBy,
      Instant createdAt,
      Instant expiresAt,
      Instant usedAt) {
    public Issued {
      scopes = Set.copyOf(scopes);
    }
  }

  /** All of them, by name. */
  public List<Issued> all() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select name, scopes, created_by, created_at, expires_at, used_at
                    from api_tokens order by name
                    """)
                .map((row, context) -> issued(row))
                .list());
  }

  private static Issued issued(ResultSet row) throws SQLException {
    return new Issued(
        row.getString("name"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        row.getString("created_by"),
        time(row, "created_at"),
        time(row, "expires_at"),
        time(row, "used_at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /** A new token that does not expire. */
  public String add(String name, Set<String> scopes, String actor) {
    return add(name, scopes, null, actor);
  }

  /**
   * A new token, which is shown this once.
   *
   * @param name for the audit log and the outcomes that come with it
   * @param lifetime after which it is refused, at least 1 min; null: never
   * @param actor who makes it
   * @throws IllegalArgumentException if the name is taken or a scope unknown
   */
  public String add(String name, Set<String> scopes, Duration lifetime, String actor) {
    if (lifetime != null && lifetime.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "expires must be at least 1 min but was " + DurationText.print(lifetime));
    }
    if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
      throw new IllegalArgumentException("scopes must be of " + SCOPES + " but were " + scopes);
    }
    Instant now = clocks.wallNow();
    Instant expires = lifetime == null ? null : now.plus(lifetime);
    String word = Secret.next();
    int added =
        database.transact(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into api_tokens
                          (token_hash, name, scopes, created_by, created_at, expires_at)
                        values (:hash, :name, :scopes, :actor, :now, :expires)
                        on conflict do nothing
                        """)
                    .bind("hash", Secret.hash(word))
                    .bind("name", name)
                    .bindArray("scopes", String.class, List.copyOf(scopes))
                    .bind("actor", actor)
                    .bind("now", now)
                    .bind("expires", expires)
                    .execute());
    if (added == 0) {
      throw new IllegalArgumentException("token " + name + " is there already");
    }
    String until = expires == null ? "" : " until " + expires;
    audit.note(actor, "token-added", name, String.join(" ", scopes) + until);
    return word;
  }

  /** The token that this word is, if it is one. */
  public Optional<Token> find(String word) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    update api_tokens set used_at = :now
                    where token_hash = :hash and (expires_at is null or expires_at > :now)
                    returning name, scopes
                    """)
                .bind("hash", Secret.hash(word))
                .bind("now", clocks.wallNow())
                .map(
                    (row, context) ->
                        new Token(
                            row.getString("name"),
                            Set.of((String[]) row.getArray("scopes").getArray())))
                .findOne());
  }

  /** Takes a token back; false if there is none. */
  public boolean remove(String name, String actor) {
    boolean isDone =
        database.transact(
            handle ->
                handle
                        .createUpdate("delete from api_tokens where name = :name")
                        .bind("name", name)
                        .execute()
                    == 1);
    if (isDone) {
      audit.note(actor, "token-removed", name, null);
    }
    return isDone;
  }
}
