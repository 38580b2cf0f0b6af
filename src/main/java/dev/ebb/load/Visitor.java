package dev.ebb.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody's browser, signed in over HTTP with a session of its own; it follows nothing by itself.
 */
public final class Visitor {
  private static final Pattern CSRF = Pattern.compile("data-csrf=\"([^\"]*)\"");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient client;
  private URI address;
  private final Map<String, String> cookies = new TreeMap<>();
  private String csrf = "";

  private Visitor(HttpClient client, URI address) {
    this.client = client;
    this.address = address;
  }

  /** A client for many visitors. */
  public static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Signs in. */
  public static Visitor signedIn(HttpClient client, URI address, String login, String password)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor(client, address);
    visitor.learn(visitor.get("/sign-in"));
    HttpResponse<String> answer =
        visitor.post("/sign-in", Map.of("login", login, "password", password));
    if (answer.statusCode() != 302 && answer.statusCode() != 303) {
      throw new IOException(login + " was not let in: status " + answer.statusCode());
    }
    visitor.learn(visitor.get("/inbound"));
    return visitor;
  }

  private void learn(HttpResponse<String> page) {
    Matcher word = CSRF.matcher(page.body());
    if (page.statusCode() != 200 || !word.find()) {
      throw new IllegalStateException("no page at " + page.uri() + ": " + page.statusCode());
    }
    csrf = word.group(1);
  }

  /** The desk has come up again at another address; the session is the same. */
  public void moveTo(URI newAddress) {
    address = newAddress;
  }

  /** Loads a page. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends a form, with the word that proves that it comes from a page of the desk. */
  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Map<String, String> fields = new TreeMap<>(form);
    fields.put("csrf", csrf);
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return answer;
  }

  /** Follows what happens at the desk; ends when the desk ends it or the future is cancelled. */
  CompletableFuture<HttpResponse<Void>> listen(Flow.Subscriber<String> lines) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/events"))
            .header("Cookie", cookie())
            .header("Accept", "text/event-stream")
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(lines));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    return cookies.isEmpty() ? request : request.header("Cookie", cookie());
  }

  private String cookie() {
    return cookies.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue())
        .collect(Collectors.joining("; "));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
