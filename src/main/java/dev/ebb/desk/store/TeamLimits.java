package dev.ebb.desk.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How much at once a lead lets the team take on. */
public final class TeamLimits {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST = 200;

  private final Database database;
  private final Clocks clocks;

  /** The limits in this database. */
  public TeamLimits(Database database, Clocks clocks) {
    this.database = database;
    this.clocks = clocks;
  }

  /**
   * The limits of each agent.
   *
   * @param openCases held at the same time, 1 to 200; null: as many as they like
   * @param newPerHour claimed within an hour, 1 to 200; null: as many as they like
   */
  public record Limits(Integer openCases, Integer newPerHour) {
    public Limits {
      check("openCases", openCases);
      check("newPerHour", newPerHour);
    }

    private static void check(String field, Integer value) {
      if (value != null && (value < 1 || value > MOST)) {
        throw new IllegalArgumentException(
            "%s must be 1 to %d but was %d".formatted(field, MOST, value));
      }
    }
  }

  /**
   * Why an agent gets no new case now.
   *
   * @param limit that is reached
   * @param until when the next one may be claimed, wall time; null: once a case is worked
   */
  public record Reached(int limit, Instant until) {}

  /** What holds now. */
  public Limits limits() {
    return database.transact(TeamLimits::limits);
  }

  private static Limits limits(Handle handle) {
    return handle
        .createQuery("select open_cases, new_per_hour from team_limits")
        .map(
            (row, context) ->
                new Limits(
                    row.getObject("open_cases", Integer.class),
                    row.getObject("new_per_hour", Integer.class)))
        .one();
  }

  /** Sets the limits; from the next claim on they hold. */
  public void set(Limits limits, Agent lead) {
    database.transact(
        handle -> {
          handle
              .createUpdate("update team_limits set open_cases = :open, new_per_hour = :hour")
              .bind("open", limits.openCases())
              .bind("hour", limits.newPerHour())
              .execute();
          String detail = "open %s, an hour %s".formatted(limits.openCases(), limits.newPerHour());
          Audit.note(handle, clocks.wallNow(), lead.login(), "team-limits", null, detail);
          return null;
        });
  }

  /** Why this agent gets no new case now; null if they may have one. */
  public Reached reachedBy(Agent agent) {
    return database.transact(handle -> reached(handle, agent, clocks.wallNow()));
  }

  /** The same, and nobody with this login claims anything else until the transaction ends. */
  static Reached lockedFor(Handle handle, Agent agent, Instant now) {
    Limits limits = limits(handle);
    if (limits.openCases() == null && limits.newPerHour() == null) {
      return null;
    }
    handle.execute("select pg_advisory_xact_lock(hashtext('claims'), hashtext(?))", agent.login());
    return reached(handle, agent, now);
  }

  /** A program that works cases for others is no agent: limits are those of accounts. */
  private static Reached reached(Handle handle, Agent agent, Instant now) {
    Limits limits = limits(handle);
    if (Agents.find(handle, agent.login()).isEmpty()) {
      return null;
    }
    if (limits.openCases() != null && held(handle, agent) >= limits.openCases()) {
      return new Reached(limits.openCases(), null);
    }
    List<Instant> claims =
        limits.newPerHour() == null ? List.of() : claims(handle, agent, now, limits.newPerHour());
    return limits.newPerHour() == null || claims.size() < limits.newPerHour()
        ? null
        : new Reached(limits.newPerHour(), claims.get(claims.size() - 1).plus(HOUR));
  }

  private static long held(Handle handle, Agent agent) {
    return handle
        .createQuery("select count(*) from cases where place = 'held' and holder = :login")
        .bind("login", agent.login())
        .mapTo(long.class)
        .one();
  }

  /** When the agent claimed, newest first; as many as there may be. */
  private static List<Instant> claims(Handle handle, Agent agent, Instant now, int most) {
    return handle
        .createQuery(
            """
            select recorded_at from outcomes
            where agent = :login and kind = 'claimed' and recorded_at > :since
            order by recorded_at desc limit :most
            """)
        .bind("login", agent.login())
        .bind("since", now.minus(HOUR))
        .bind("most", most)
        .map((row, context) -> CaseRows.time(row, "recorded_at"))
        .list();
  }
}
