package dev.ebb.desk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** The desk's PostgreSQL, with its tables brought up to date when it is opened. */
public final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * The indexes are in memory or on a fast disk; no page may take all processors, nor wait for its
   * statements to be compiled; what the figures sort stays in memory; and each span, filter and
   * word is planned for by itself, for few rows or many.
   */
  private static final String PLANNING =
      "set random_page_cost = 1.1; set max_parallel_workers_per_gather = 0; set jit = off;"
          + " set work_mem = '16MB'; set plan_cache_mode = force_custom_plan";

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /**
   * Where PostgreSQL is.
   *
   * @param connections at most, 2 to 100
   */
  public record Access(String jdbcUrl, String user, String password, int connections) {
    @Override
    public String toString() {
      return "Access[" + jdbcUrl + ", " + user + "]";
    }
  }

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    jdbi.registerArrayType(String.class, "text");
    // A filter binds all that it has; the statement holds only what matters.
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
  }

  /** Connects and migrates; fails if PostgreSQL does not answer within seconds. */
  public static Database open(Access access) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("desk");
    config.setJdbcUrl(access.jdbcUrl());
    config.setUsername(access.user());
    config.setPassword(access.password());
    config.setMaximumPoolSize(access.connections());
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(PATIENCE.toMillis());
    config.setConnectionInitSql(PLANNING);
    config.addDataSourceProperty("ApplicationName", "ebb-desk");
    config.addDataSourceProperty("socketTimeout", "30");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:dev/ebb/desk/migrations")
          .load()
          .migrate();
      return new Database(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Works in one transaction: all of it is done, or nothing where it throws. */
  public <T, X extends Exception> T transact(HandleCallback<T, X> work) throws X {
    return jdbi.inTransaction(work);
  }

  /** Whether PostgreSQL answers. */
  public boolean isThere() {
    try {
      return jdbi.withHandle(handle -> handle.createQuery("select 1").mapTo(int.class).one()) == 1;
    } catch (RuntimeException away) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
