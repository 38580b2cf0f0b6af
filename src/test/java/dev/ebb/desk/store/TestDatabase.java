package dev.ebb.desk.store;

import dev.ebb.demo.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for each test, on a real PostgreSQL that all classes of this JVM share.
 * Register it as a field with {@code @RegisterExtension}.
 */
public final class TestDatabase implements BeforeEachCallback, AfterEachCallback {
  private static final AtomicInteger TESTS = new AtomicInteger();

  private Database.Access access;
  private Database database;

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    access = create();
    database = Database.open(access);
  }

  /** A new database of whoever asks, empty. */
  public static Database.Access create() throws SQLException {
    String name = "t" + TESTS.incrementAndGet();
    String admin = Shared.INSTANCE.server.jdbcUrl("postgres");
    try (Connection connection = DriverManager.getConnection(admin, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new Database.Access(Shared.INSTANCE.server.jdbcUrl(name), "postgres", "", 16);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    database.close();
  }

  /** This test's own database, open. */
  public Database open() {
    return database;
  }

  /** Where this test's own database is. */
  public Database.Access access() {
    return access;
  }

  private record Shared(EmbeddedDatabase server) {
    static final Shared INSTANCE = start();

    private static Shared start() {
      try {
        Path folder = Files.createTempDirectory("ebb-postgres");
        EmbeddedDatabase server = EmbeddedDatabase.start(folder, 0);
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> stop(server, folder), "postgres-stop"));
        return new Shared(server);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedDatabase server, Path folder) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        FileUtils.deleteDirectoryQuietly(folder.toFile());
      }
    }
  }
}
