package dev.ebb.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ebb.config.DeskSettings.ApiSettings;
import dev.ebb.desk.TestServices;
import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.screen.Screens;
import dev.ebb.desk.screen.TestHandbook;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.desk.web.DeskServer;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The interface on a real PostgreSQL; every answer is held against the description. */
final class ApiStage implements AutoCloseable {
  static final String ROOT = "/api/v1";

  final TestDesk desk;
  final Api api;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Tokens tokens;
  private final DeskServer server;
  private final Description description;

  ApiStage(Database database, int requestsPerMinute) throws IOException, InterruptedException {
    desk = new TestDesk(database);
    tokens = new Tokens(database, desk.clocks);
    Services services = TestServices.of(desk);
    api =
        new Api(
            services,
            new ApiSettings(requestsPerMinute, List.of("localhost")),
            TestHandbook.of(desk).calls());
    server =
        DeskServer.start(
            "127.0.0.1",
            0,
            services,
            (all, guard) -> {
              List<Routes> routes = new ArrayList<>(Screens.of(all, guard, TestHandbook.of(desk)));
              routes.add(api);
              return routes;
            });
    description = new Description(raw(request("GET", "/openapi.json", null, null)).body());
  }

  Description description() {
    return description;
  }

  URI address() {
    return server.address();
  }

  String token(String... scopes) {
    return tokens.add("crm" + Set.of(scopes).hashCode(), Set.of(scopes), "test");
  }

  Answered get(String path, String token) throws IOException, InterruptedException {
    return answered("GET", path, token, null);
  }

  Answered post(String path, String token, String body) throws IOException, InterruptedException {
    return answered("POST", path, token, body);
  }

  Answered delete(String path, String token) throws IOException, InterruptedException {
    return answered("DELETE", path, token, null);
  }

  /** A status and the JSON that came with it. */
  record Answered(int status, JsonNode json, java.net.http.HttpHeaders headers) {
    String text(String pointer) {
      return json.at(pointer).asText();
    }
  }

  private Answered answered(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response = raw(request(method, path, token, body));
    String bare = ROOT + path.replaceAll("\\?.*", "");
    description.check(
        method.toLowerCase(java.util.Locale.ROOT), bare, response.statusCode(), response.body());
    return new Answered(
        response.statusCode(), Description.read(response.body()), response.headers());
  }

  HttpResponse<String> raw(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  HttpRequest request(String method, String path, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + ROOT + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  @Override
  public void close() {
    server.close();
  }
}
