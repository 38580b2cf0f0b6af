package dev.ebb.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Prometheus of its own process on 127.0.0.1, with the project's rules. */
final class PrometheusServer implements AutoCloseable {

  /** The project's own settings and rules. */
  static final Path CONFIG = Path.of("config", "prometheus").toAbsolutePath();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI root;

  private PrometheusServer(Process process, URI root) {
    this.process = process;
    this.root = root;
  }

  /** Starts a server that reads these targets every second and waits until it answers. */
  static PrometheusServer start(Path folder, List<URI> targets) throws IOException {
    String address = "127.0.0.1:" + freePort();
    Files.createDirectories(folder);
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(config, settings(targets));
    Process process =
        launch(
            new ProcessBuilder(
                    "prometheus",
                    "--config.file=" + config,
                    "--storage.tsdb.path=" + folder.resolve("data"),
                    "--web.listen-address=" + address)
                .redirectOutput(folder.resolve("prometheus.log").toFile()));
    PrometheusServer server = new PrometheusServer(process, URI.create("http://" + address));
    await("Prometheus is ready")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> server.get("/-/ready").statusCode() == 200);
    return server;
  }

  /** Runs Prometheus's own checking tool and gives back its output; fails if the check does. */
  static String promtool(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "promtool";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = launch(new ProcessBuilder(command));
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("promtool " + String.join(" ", arguments) + " failed:\n" + output);
    }
    return output;
  }

  /** The result of a query at this instant: one element for each series. */
  JsonNode query(String expression) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
    JsonNode body = JSON.readTree(answer.body());
    if (!body.path("status").asText().equals("success")) {
      throw new AssertionError(expression + ": " + body.path("error").asText());
    }
    return body.path("data").path("result");
  }

  /**
   * Whether tests have one: a developer's machine need not; where CI is set, a missing one is a
   * failure and not a reason to leave a test out.
   */
  static boolean isExpected() {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean isThere =
        Stream.of(path.split(File.pathSeparator))
            .map(Path::of)
            .anyMatch(
                folder ->
                    Files.isExecutable(folder.resolve("prometheus"))
                        && Files.isExecutable(folder.resolve("promtool")));
    return isThere || System.getenv("CI") != null;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static Process launch(ProcessBuilder builder) {
    try {
      return builder.redirectErrorStream(true).start();
    } catch (IOException e) {
      String program = builder.command().get(0);
      throw new AssertionError(
          program + " is needed on the PATH; .ci/run installs it (Debian: prometheus)", e);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
  }

  private static String settings(List<URI> targets) {
    StringBuilder settings = new StringBuilder();
    settings.append("global: {scrape_interval: 1s, evaluation_interval: 1s}\n");
    settings.append("rule_files: [").append(CONFIG.resolve("rules")).append("/*.yml]\n");
    settings.append("scrape_configs:\n  - job_name: flink\n    static_configs:\n");
    settings.append("      - targets: ");
    settings.append(targets.stream().map(target -> '"' + target.getAuthority() + '"').toList());
    return settings.append('\n').toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
