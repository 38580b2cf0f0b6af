package dev.ebb.desk.oidc;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Debian's glewlwyd: a real OpenID Connect provider. It tells people's roles in the claim {@code
 * roles}, which holds their e-mail address.
 */
final class Glewlwyd implements AutoCloseable {
  static final String SECRET = "client-secret-of-the-test";
  static final String PASSWORD = "long enough";

  private static final Path PROGRAM = Path.of("/usr/bin/glewlwyd");
  private static final Path TABLES =
      Path.of("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3");
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Process process;
  private final String address;
  private final HttpClient admin;

  Glewlwyd(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
    int port = freePort();
    address = "http://127.0.0.1:" + port;
    process = start(folder, port);
    admin = signedIn("admin", "password");
    call("POST", "/api/mod/plugin/", plugin());
  }

  /** Whether it should be there: on CI, or because it is. */
  static boolean isExpected() {
    return Files.exists(PROGRAM) || System.getenv("CI") != null;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process start(Path folder, int port) throws IOException, InterruptedException {
    Path database = folder.resolve("glewlwyd.db");
    int made =
        new ProcessBuilder("sqlite3", database.toString())
            .redirectInput(TABLES.toFile())
            .start()
            .waitFor();
    if (made != 0) {
      throw new IOException("sqlite3 could not make " + database);
    }
    Path config =
        Files.writeString(
            folder.resolve("glewlwyd.conf"),
            """
            port = %d
            bind_address = "127.0.0.1"
            external_url = "http://127.0.0.1:%d"
            login_url = "login.html"
            api_prefix = "api"
            log_mode = "console"
            log_level = "ERROR"
            cookie_secure = 0
            session_key = "GLEWLWYD2_SESSION_ID"
            admin_scope = "g_admin"
            profile_scope = "g_profile"
            user_module_path = "/usr/lib/glewlwyd/user"
            client_module_path = "/usr/lib/glewlwyd/client"
            user_auth_scheme_module_path = "/usr/lib/glewlwyd/scheme"
            plugin_module_path = "/usr/lib/glewlwyd/plugin"
            hash_algorithm = "SHA512"
            database = { type = "sqlite3"; path = "%s"; };
            """
                .formatted(port, port, database));
    return new ProcessBuilder(PROGRAM.toString(), "--config-file=" + config)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("glewlwyd.log").toFile())
        .start();
  }

  /** A browser of somebody who has signed in here. */
  HttpClient signedIn(String user, String password) {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () ->
                send(client, "POST", "/api/auth/", Map.of("username", user, "password", password))
                        .statusCode()
                    == 200);
    return client;
  }

  URI issuer() {
    return URI.create(address + "/api/oidc");
  }

  void addClient(String id, URI back) {
    call(
        "POST",
        "/api/client/",
        Map.of(
            "client_id",
            id,
            "enabled",
            true,
            "confidential",
            true,
            "client_secret",
            SECRET,
            "redirect_uri",
            List.of(back.toString()),
            "authorization_type",
            List.of("code"),
            "token_endpoint_auth_method",
            List.of("client_secret_basic"),
            "scope",
            List.of("openid")));
  }

  /** Somebody with this role, who lets the client know who they are; a browser of theirs. */
  HttpClient addPerson(String user, String name, String role, String client) {
    call(
        "POST",
        "/api/user/",
        Map.of(
            "username",
            user,
            "name",
            name,
            "email",
            role,
            "password",
            PASSWORD,
            "enabled",
            true,
            "scope",
            List.of("openid")));
    HttpClient browser = signedIn(user, PASSWORD);
    expectOk(send(browser, "PUT", "/api/auth/grant/" + client, Map.of("scope", "openid")));
    return browser;
  }

  /** Where it sends a browser that was sent here. */
  URI answer(HttpClient browser, URI question) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(question + "&g_continue")).build();
    return URI.create(
        browser
            .send(request, BodyHandlers.ofString())
            .headers()
            .firstValue("Location")
            .orElseThrow());
  }

  private Map<String, Object> plugin() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    Map<String, Object> roles =
        Map.of("name", "roles", "user-property", "email", "type", "string", "mandatory", true);
    Map<String, Object> parameters =
        new java.util.HashMap<>(
            Map.of(
                "iss",
                issuer().toString(),
                "jwt-type",
                "rsa",
                "jwt-key-size",
                "256",
                "key",
                pem("PRIVATE KEY", keys.getPrivate()),
                "cert",
                pem("PUBLIC KEY", keys.getPublic()),
                "access-token-duration",
                3600,
                "refresh-token-duration",
                3600,
                "code-duration",
                600,
                "subject-type",
                "public",
                "claims",
                List.of(roles)));
    parameters.putAll(
        Map.of("name-claim", "mandatory", "auth-type-code-enabled", true, "pkce-allowed", true));
    for (String off :
        List.of(
            "refresh-token-rolling",
            "allow-non-oidc",
            "auth-type-token-enabled",
            "auth-type-password-enabled",
            "auth-type-client-enabled",
            "auth-type-refresh-enabled",
            "pkce-method-plain-allowed")) {
      parameters.put(off, false);
    }
    parameters.put("auth-type-id-token-enabled", true);
    return Map.of(
        "module", "oidc", "name", "oidc", "display_name", "oidc", "parameters", parameters);
  }

  private static String pem(String title, Key key) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(title, text);
  }

  private void call(String method, String path, Object body) {
    expectOk(send(admin, method, path, body));
  }

  private static void expectOk(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          response.uri() + " answered " + response.statusCode() + " " + response.body());
    }
  }

  private HttpResponse<String> send(HttpClient client, String method, String path, Object body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
              .build();
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
