package dev.ebb.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A whole PostgreSQL beside this process, listening on this machine only. Opened again on the same
 * folder and port, it has its rows again.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @param folder where programs and rows are; made if it is new
   * @param port 0 takes a free one
   */
  public static EmbeddedDatabase start(Path folder, int port) throws IOException {
    return new EmbeddedDatabase(
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setPort(port)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("max_connections", "60")
            .start());
  }

  /** The server's port. */
  public int port() {
    return server.getPort();
  }

  /** Where a database of this server is; its user is {@code postgres}, without a password. */
  public String jdbcUrl(String database) {
    return server.getJdbcUrl("postgres", database).replaceAll("[?&]user=postgres", "");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
