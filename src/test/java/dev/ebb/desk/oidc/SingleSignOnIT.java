package dev.ebb.desk.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ebb.config.OidcSettings;
import dev.ebb.desk.TestServices;
import dev.ebb.desk.people.Identity;
import dev.ebb.desk.people.SingleSignOn;
import dev.ebb.desk.screen.Door;
import dev.ebb.desk.screen.Screens;
import dev.ebb.desk.screen.TestHandbook;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.desk.web.Browser;
import dev.ebb.desk.web.DeskServer;
import dev.ebb.desk.web.Services;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People who sign in at a real OpenID Connect provider. */
@EnabledIf("dev.ebb.desk.oidc.Glewlwyd#isExpected")
class SingleSignOnIT {
  private static final Map<String, String> ROLES =
      Map.of("agents@example.org", "agent", "leads@example.org", "lead");

  @TempDir private static Path folder;
  private static Glewlwyd glewlwyd;
  private static int tests;

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private String client;
  private TestDesk desk;
  private Services services;
  private Provider provider;
  private DeskServer server;
  private Browser browser;

  @BeforeAll
  static void startProvider() throws Exception {
    glewlwyd = new Glewlwyd(folder);
  }

  @AfterAll
  static void stopProvider() throws Exception {
    glewlwyd.close();
  }

  @BeforeEach
  void open() {
    client = "desk" + ++tests;
    desk = new TestDesk(postgres.open());
    services = TestServices.of(desk);
    provider = provider(Glewlwyd.SECRET);
    Door door = new Door(null, provider, false, null);
    server =
        DeskServer.start(
            "127.0.0.1",
            0,
            services,
            (all, guard) -> Screens.of(all, guard, door, TestHandbook.of(desk)));
    browser = new Browser(server.address());
    glewlwyd.addClient(client, back());
  }

  private Provider provider(String secret) {
    return new Provider(
        new OidcSettings(glewlwyd.issuer(), client, null, List.of("openid"), "roles", ROLES, false),
        secret);
  }

  private URI back() {
    return URI.create(server.address() + "/sign-in/elsewhere/back");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldLetInWhomTheProviderVouchesFor() throws Exception {
    HttpClient lin = glewlwyd.addPerson("lin", "Lin Wei", "leads@example.org", client);
    String door = browser.get("/sign-in").body();
    assertThat(door).contains("href=\"/sign-in/elsewhere\"").doesNotContain("type=\"password\"");

    HttpResponse<String> entered = browser.get(cameBack(lin));
    assertThat(entered.statusCode()).isEqualTo(302);
    assertThat(browser.cookie("ebb-desk").isHttpOnly()).isTrue();
    assertThat(browser.get("/lead").statusCode()).isEqualTo(200);
    assertThat(browser.get("/queue").body()).contains("Lin Wei");
    assertThat(services.agents().all()).extracting(Agent::name).contains("Lin Wei").hasSize(4);

    browser = new Browser(server.address());
    browser.get(cameBack(lin));
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
    assertThat(services.agents().all()).hasSize(4);
  }

  @Test
  void shouldLetNobodyInWithoutARole() throws Exception {
    HttpClient guest = glewlwyd.addPerson("guest", "Guest", "guests@example.org", client);
    HttpResponse<String> refused = browser.get(cameBack(guest));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("has no role at this desk");
    assertThat(browser.cookie("ebb-desk")).isNull();
  }

  @Test
  void shouldBelieveAnAnswerOnlyOnceAndOnlyInTheBrowserThatAsked() throws Exception {
    HttpClient chen = glewlwyd.addPerson("chen", "Chen", "agents@example.org", client);
    String answer = cameBack(chen);
    Browser other = new Browser(server.address());
    assertThat(other.get(answer).headers().firstValue("Location")).contains("/sign-in");
    other.get("/sign-in/elsewhere");
    assertThat(other.get(answer).statusCode()).isEqualTo(403);
    assertThat(other.cookie("ebb-desk")).isNull();

    assertThat(browser.get(answer).statusCode()).isEqualTo(302);
    assertThat(browser.cookie("ebb-desk")).isNotNull();
    assertThat(browser.get(answer).headers().firstValue("Location")).contains("/sign-in");
  }

  @Test
  void shouldRefuseAnotherNonceVerifierOrSecret() throws Exception {
    HttpClient wu = glewlwyd.addPerson("wu", "Wu", "agents@example.org", client);
    Attempt mine = Attempt.begin();
    Attempt other = Attempt.begin();
    Attempt otherNonce = new Attempt(mine.state(), other.nonce(), mine.verifier());
    Attempt otherVerifier = new Attempt(mine.state(), mine.nonce(), other.verifier());
    assertRefused(provider, otherNonce, mine, wu, "nonce");
    assertRefused(provider, otherVerifier, mine, wu, "the provider says");
    assertRefused(provider("guess"), mine, mine, wu, "the provider says");
    assertThat(provider.finish(mine, answer(wu, mine), back()).role()).isEqualTo(Role.AGENT);
  }

  private void assertRefused(
      Provider asked, Attempt attempt, Attempt begun, HttpClient person, String why)
      throws Exception {
    Map<String, List<String>> answer = answer(person, begun);
    assertThatExceptionOfType(NotSignedIn.class)
        .isThrownBy(() -> asked.finish(attempt, answer, back()))
        .withMessageContaining(why);
  }

  private Map<String, List<String>> answer(HttpClient person, Attempt attempt) throws Exception {
    URI cameBack = glewlwyd.answer(person, provider.begin(attempt, back()));
    return Arrays.stream(cameBack.getQuery().split("&"))
        .map(it -> it.split("=", 2))
        .collect(Collectors.toMap(it -> it[0], it -> List.of(it[1])));
  }

  @Test
  void shouldKnowPeopleBySubjectAndNotByName() {
    SingleSignOn people =
        new SingleSignOn(desk.database, desk.clocks, services.people().sessions());
    Identity ann =
        new Identity("https://id.example", "s-1", "Ann@Example.org", "Ann B", Role.AGENT);
    assertThat(people.admit(ann, "here")).isPresent();
    Agent added = services.agents().find("ann-2").orElseThrow();
    assertThat(added.name()).isEqualTo("Ann B");
    assertThat(services.agents().find("ann").orElseThrow()).isEqualTo(TestDesk.ANN);

    Identity risen = new Identity("https://id.example", "s-1", "other", null, Role.LEAD);
    assertThat(people.admit(risen, "here")).isPresent();
    assertThat(services.agents().find("ann-2").orElseThrow().role()).isEqualTo(Role.LEAD);
    Identity stranger = new Identity("https://evil.example", "s-1", "??", "X", Role.ADMIN);
    assertThat(people.admit(stranger, "here")).isPresent();
    assertThat(services.agents().find("person").orElseThrow().role()).isEqualTo(Role.ADMIN);

    assertThat(services.people().signIn().attempt("ann-2", "", "here").session()).isNull();
    services.people().accounts().disable("ann-2", "test");
    assertThat(people.admit(risen, "here")).isEmpty();
    assertThat(services.agents().all()).hasSize(4);
  }

  /** The path that the provider sends the browser back to. */
  private String cameBack(HttpClient person) throws Exception {
    HttpResponse<String> sent = browser.get("/sign-in/elsewhere");
    URI question = URI.create(sent.headers().firstValue("Location").orElseThrow());
    URI answer = glewlwyd.answer(person, question);
    return answer.getRawPath() + "?" + answer.getRawQuery();
  }
}
