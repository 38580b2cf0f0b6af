package dev.ebb.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ebb.desk.TestServices;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.people.SignIn;
import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.store.TestDesk;
import io.javalin.config.RoutesConfig;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guard before pages that tell nothing but who asks for them. */
class DeskServerIT {
  private static final String PASSWORD = "long enough";

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private TestDesk desk;
  private DeskServer server;
  private Browser browser;

  @BeforeEach
  void start() {
    desk = new TestDesk(postgres.open());
    TestServices.of(desk, false)
        .people()
        .accounts()
        .add(new NewAccount("wei", "Lin Wei", Role.AGENT, null), PASSWORD, "test");
    serve(false);
  }

  private void serve(boolean isSecure) {
    Services services = TestServices.of(desk, isSecure);
    server =
        DeskServer.start(
            "127.0.0.1",
            0,
            services,
            (all, guard) -> List.of((routes, it) -> pages(routes, guard)));
    browser = new Browser(server.address());
  }

  private static void pages(RoutesConfig routes, Guard guard) {
    routes.get("/sign-in", request -> request.result(Guard.csrf(request)));
    routes.post(
        "/sign-in",
        request -> {
          SignIn.Result result =
              guard.signIn(request, request.formParam("login"), request.formParam("password"));
          request.result(result.session() != null ? "in" : result.throttled() ? "wait" : "wrong");
        });
    routes.post("/sign-out", guard::signOut);
    routes.get("/who", request -> request.result(Guard.session(request).agent().name()));
    routes.get("/word", request -> request.result(Guard.csrf(request)));
    routes.post("/change", request -> request.result("changed"));
    routes.get(
        "/lead",
        request -> {
          Guard.require(request, Role.LEAD);
          request.result("figures");
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSendStrangersToTheDoor() throws Exception {
    HttpResponse<String> page = browser.get("/who");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location")).contains("/sign-in");
    assertThat(browser.get("/events").statusCode()).isEqualTo(401);
    assertThat(browser.get("/health").body()).isEqualTo("alive\n");
  }

  @Test
  void shouldLetInWhoHasThePasswordAndOutAgain() throws Exception {
    assertThat(signIn("wei", PASSWORD)).isEqualTo("in");
    assertThat(browser.get("/who").body()).isEqualTo("Lin Wei");
    assertThat(browser.cookie("ebb-desk").isHttpOnly()).isTrue();
    assertThat(browser.get("/lead").statusCode()).isEqualTo(403);

    String word = browser.get("/word").body();
    browser.post("/sign-out", Map.of("csrf", word));
    assertThat(browser.get("/who").statusCode()).isEqualTo(302);
  }

  @Test
  void shouldGiveCookiesToNoScriptAndToNoOtherSite() throws Exception {
    assertThat(cookies())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax"))
        .noneSatisfy(it -> assertThat(it).contains("Secure"));

    server.close();
    serve(true);
    assertThat(cookies())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax", "Secure"));
  }

  /** As the server sets them for a visitor and then for somebody who has signed in. */
  private List<String> cookies() throws Exception {
    List<String> cookies = new ArrayList<>();
    cookies.addAll(new Browser(server.address()).get("/sign-in").headers().allValues("Set-Cookie"));
    cookies.addAll(signingInFrom("192.0.2.9", "wei").headers().allValues("Set-Cookie"));
    return cookies;
  }

  @Test
  void shouldEndSessionsThatNobodyUses() throws Exception {
    signIn("wei", PASSWORD);
    desk.pass(Duration.ofMinutes(119));
    assertThat(browser.get("/who").statusCode()).isEqualTo(200);
    desk.pass(Duration.ofMinutes(119));
    assertThat(browser.get("/who").statusCode()).isEqualTo(200);
    desk.pass(Duration.ofMinutes(121));
    assertThat(browser.get("/who").statusCode()).isEqualTo(302);
  }

  @Test
  void shouldRefuseEverybodyForAWhileAfterFiveWrongPasswords() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("wei", "guess " + i)).isEqualTo("wrong");
    }
    assertThat(signIn("wei", PASSWORD)).isEqualTo("wait");
    assertThat(signIn("nobody", "guess")).isEqualTo("wrong");

    desk.pass(Duration.ofMinutes(15));
    assertThat(signIn("wei", PASSWORD)).isEqualTo("in");
  }

  @Test
  void shouldCountGuessesThatAreMadeAtOnce() throws Exception {
    browser.get("/sign-in");
    String word = browser.get("/sign-in").body();
    ExecutorService guessers = Executors.newFixedThreadPool(20);
    try {
      List<Future<String>> answers =
          guessers.invokeAll(
              Collections.nCopies(
                  40,
                  () ->
                      browser
                          .post(
                              "/sign-in",
                              Map.of("csrf", word, "login", "wei", "password", "a guess"))
                          .body()));
      assertThat(answers).extracting(Future::get).filteredOn("wrong"::equals).hasSizeLessThan(6);
    } finally {
      guessers.shutdownNow();
    }
    desk.pass(Duration.ofMinutes(15));
    assertThat(signIn("wei", PASSWORD)).isEqualTo("in");
  }

  @Test
  void shouldKnowBrowsersBehindAProxyApart() throws Exception {
    server.close();
    serve(true);
    for (int i = 0; i < 20; i++) {
      assertThat(signInFrom("6.6.6." + i + ", 192.0.2.1", "nobody" + i)).isEqualTo("wrong");
    }
    assertThat(signInFrom("6.6.6.6, 192.0.2.1", "wei")).isEqualTo("wait");
    assertThat(signInFrom("192.0.2.1, 192.0.2.2", "wei")).isEqualTo("in");
  }

  private String signInFrom(String forwardedFor, String login) throws Exception {
    return signingInFrom(forwardedFor, login).body();
  }

  private HttpResponse<String> signingInFrom(String forwardedFor, String login) throws Exception {
    return browser.post(
        "/sign-in",
        Map.of("csrf", "word", "login", login, "password", PASSWORD),
        "X-Forwarded-For",
        forwardedFor,
        "Cookie",
        "ebb-desk-visitor=word");
  }

  @Test
  void shouldRefuseChangesWithoutTheWordOfTheSession() throws Exception {
    assertThat(browser.post("/sign-in", Map.of("login", "wei", "password", PASSWORD)).statusCode())
        .isEqualTo(403);
    signIn("wei", PASSWORD);
    assertThat(browser.post("/change", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.post("/change", Map.of("csrf", "guess")).statusCode()).isEqualTo(403);
    String word = browser.get("/word").body();
    assertThat(browser.post("/change", Map.of("csrf", word)).body()).isEqualTo("changed");
  }

  @Test
  void shouldSendTheHeadersThatProtectPages() throws Exception {
    HttpResponse<String> page = browser.get("/sign-in");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void shouldTellOpenScreensWhatChanges() throws Exception {
    signIn("wei", PASSWORD);
    try (BufferedReader events =
        new BufferedReader(
            new InputStreamReader(browser.listen("/events").body(), StandardCharsets.UTF_8))) {
      assertThat(events.readLine()).startsWith(":");
      await().until(() -> browser.get("/metrics").body().contains("ebb_desk_viewers 1\n"));
      desk.changes.tell(Change.of("a-1", true));
      desk.changes.tell(Change.of("a-1", false));
      String line;
      do {
        line = events.readLine();
      } while (!line.startsWith("event:"));
      assertThat(line).isEqualTo("event: case");
      assertThat(events.readLine()).isEqualTo("data: {\"alertId\":\"a-1\",\"isNew\":true}");
    }
  }

  @Test
  void shouldNotLetABrowserThatDoesNotReadHoldUpTheOthers() throws Exception {
    signIn("wei", PASSWORD);
    try (Socket deaf = new Socket(server.address().getHost(), server.address().getPort());
        BufferedReader events =
            new BufferedReader(
                new InputStreamReader(browser.listen("/events").body(), StandardCharsets.UTF_8))) {
      deaf.getOutputStream()
          .write(
              "GET /events HTTP/1.1\r\nHost: desk\r\nCookie: ebb-desk=%s\r\n\r\n"
                  .formatted(browser.cookie("ebb-desk").getValue())
                  .getBytes(StandardCharsets.UTF_8));
      await().until(() -> viewers() == 2);

      String last = null;
      for (int round = 0; viewers() == 2; round++) {
        for (int i = 0; i < 5_000; i++) {
          last = "case-" + round + "-" + i;
          desk.changes.tell(Change.of(last, false));
        }
        String line;
        do {
          line = events.readLine();
        } while (!line.contains('"' + last + '"'));
      }
      assertThat(viewers()).isEqualTo(1);
    }
  }

  private long viewers() throws Exception {
    return browser
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("ebb_desk_viewers "))
        .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
        .findFirst()
        .orElseThrow();
  }

  private String signIn(String login, String password) throws Exception {
    browser.get("/sign-in");
    String word = browser.get("/sign-in").body();
    return browser
        .post("/sign-in", Map.of("csrf", word, "login", login, "password", password))
        .body();
  }
}
