package dev.ebb.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The retention desk. The password of its database is not among its settings: it comes from a file
 * or from the environment.
 *
 * @param host the address to listen at
 * @param port 0 to 65,535; 0 takes a free one
 * @param publicUrl where browsers find the desk, or null: at host and port
 * @param database where its rows are
 * @param sessionLength from signing in, 5 min to 7 d
 * @param sessionIdle without a request, 1 min to 7 d
 * @param undo for how long an outcome can be taken back before it is sent, 0 s to 5 min
 * @param attempts so many tries without success are enough, 1 to 10
 * @param staleAfter a case that was not told for so long leaves the queue, 25 h to 30 d
 * @param api its interface for programs
 * @param oidc signing in elsewhere
 */
public record DeskSettings(
    String host,
    int port,
    URI publicUrl,
    DatabaseSettings database,
    Duration sessionLength,
    Duration sessionIdle,
    Duration undo,
    int attempts,
    Duration staleAfter,
    ApiSettings api,
    OidcSettings oidc) {

  private static final int MAX_PORT = 65_535;
  private static final int MAX_ATTEMPTS = 10;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration SHORTEST_SESSION = Duration.ofMinutes(5);
  private static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);
  private static final Duration LONGEST_UNDO = Duration.ofMinutes(5);
  private static final Duration A_DAY_AND_MORE = Duration.ofHours(25);
  private static final Duration MONTH = Duration.ofDays(30);

  /** The shipped values. */
  public static final DeskSettings DEFAULT =
      new DeskSettings(
          "127.0.0.1",
          8090,
          null,
          DatabaseSettings.DEFAULT,
          Duration.ofHours(12),
          Duration.ofHours(2),
          Duration.ofSeconds(8),
          3,
          Duration.ofHours(48),
          ApiSettings.DEFAULT,
          OidcSettings.DEFAULT);

  /**
   * PostgreSQL.
   *
   * @param passwordFile holds the password, or null: it is in the environment
   * @param connections at most, 4 to 100
   */
  public record DatabaseSettings(String jdbcUrl, String user, Path passwordFile, int connections) {
    private static final int MIN_CONNECTIONS = 4;
    private static final int MAX_CONNECTIONS = 100;
    static final DatabaseSettings DEFAULT =
        new DatabaseSettings("jdbc:postgresql://localhost:5432/ebb", "ebb", null, 16);

    public DatabaseSettings {
      Checks.filled("jdbc-url", jdbcUrl);
      Checks.filled("user", user);
      Checks.range("connections", connections, MIN_CONNECTIONS, MAX_CONNECTIONS);
    }

    static DatabaseSettings read(Section section, Path folder) {
      String url = section.text("jdbc-url", DEFAULT.jdbcUrl);
      String user = section.text("user", DEFAULT.user);
      Path passwordFile = section.scalar("password-file", null, folder::resolve, "must be a file");
      int connections =
          section.integer("connections", DEFAULT.connections, MIN_CONNECTIONS, MAX_CONNECTIONS);
      return section.build(() -> new DatabaseSettings(url, user, passwordFile, connections));
    }
  }

  /**
   * The interface for programs.
   *
   * @param requestsPerMinute of each token, 10 to 100,000
   * @param webhookHosts the hosts that webhooks may call without HTTPS and in private networks
   */
  public record ApiSettings(int requestsPerMinute, List<String> webhookHosts) {
    private static final int LEAST = 10;
    private static final int MOST = 100_000;

    /** The shipped values. */
    public static final ApiSettings DEFAULT = new ApiSettings(600, List.of());

    public ApiSettings {
      Checks.range("requests-per-minute", requestsPerMinute, LEAST, MOST);
      webhookHosts = List.copyOf(webhookHosts);
    }

    static ApiSettings read(Section section) {
      int requests = section.integer("requests-per-minute", DEFAULT.requestsPerMinute, LEAST, MOST);
      List<String> hosts = section.texts("webhook-hosts", DEFAULT.webhookHosts);
      return section.build(() -> new ApiSettings(requests, hosts));
    }
  }

  public DeskSettings {
    Checks.filled("host", host);
    Checks.range("port", port, 0, MAX_PORT);
    Checks.range("session-length", sessionLength, SHORTEST_SESSION, WEEK);
    Checks.range("session-idle", sessionIdle, SHORTEST_IDLE, WEEK);
    Checks.range("undo", undo, Duration.ZERO, LONGEST_UNDO);
    Checks.range("attempts", attempts, 1, MAX_ATTEMPTS);
    Checks.range("stale-after", staleAfter, A_DAY_AND_MORE, MONTH);
  }

  /** Whether browsers reach it by HTTPS only. */
  public boolean isSecure() {
    return publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  /** The same at another port and on another database. */
  public DeskSettings at(int newPort, DatabaseSettings newDatabase) {
    return new DeskSettings(
        host,
        newPort,
        publicUrl,
        newDatabase,
        sessionLength,
        sessionIdle,
        undo,
        attempts,
        staleAfter,
        api,
        oidc);
  }

  static DeskSettings read(Section section, Path folder) {
    String host = section.text("host", DEFAULT.host);
    int port = section.integer("port", DEFAULT.port, 0, MAX_PORT);
    URI publicUrl =
        section.scalar(
            "public-url",
            null,
            DeskSettings::url,
            "must be an address such as https://desk.example");
    DatabaseSettings database = DatabaseSettings.read(section.section("database"), folder);
    Duration length =
        section.duration("session-length", DEFAULT.sessionLength, SHORTEST_SESSION, WEEK);
    Duration idle = section.duration("session-idle", DEFAULT.sessionIdle, SHORTEST_IDLE, WEEK);
    Duration undo = section.duration("undo", DEFAULT.undo, Duration.ZERO, LONGEST_UNDO);
    int attempts = section.integer("attempts", DEFAULT.attempts, 1, MAX_ATTEMPTS);
    Duration stale = section.duration("stale-after", DEFAULT.staleAfter, A_DAY_AND_MORE, MONTH);
    ApiSettings api = ApiSettings.read(section.section("api"));
    OidcSettings oidc = OidcSettings.read(section.section("oidc"), folder);
    return section.build(
        () ->
            new DeskSettings(
                host, port, publicUrl, database, length, idle, undo, attempts, stale, api, oidc));
  }

  private static URI url(String text) {
    return text.matches("https?://[^/]+/?") ? URI.create(text) : null;
  }
}
