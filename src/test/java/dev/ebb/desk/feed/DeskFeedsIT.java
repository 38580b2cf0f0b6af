package dev.ebb.desk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.Settings;
import dev.ebb.desk.RunningDesk;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.Entry;
import dev.ebb.desk.store.Place;
import dev.ebb.desk.store.QueueFilter;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.web.Browser;
import dev.ebb.desk.web.Services;
import dev.ebb.event.Feed;
import dev.ebb.event.Outcome.Kind;
import dev.ebb.retention.CaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DeskFeedsIT {
  private static final Agent AGENT = new Agent("agent", "agent", Role.AGENT, null);

  @RegisterExtension private final KafkaBroker kafka = new KafkaBroker();
  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  @TempDir private Path folder;
  private Settings settings;
  private RunningDesk running;

  @BeforeEach
  void start() throws Exception {
    settings =
        RunningDesk.settings(kafka.bootstrapServers(), kafka.prefix(), postgres.access(), folder);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(RunningDesk.topics(settings, 2)).all().get();
    }
    running =
        RunningDesk.start(kafka.bootstrapServers(), kafka.prefix(), postgres.access(), folder);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private Services services() {
    return running.desk().services();
  }

  @Test
  void shouldLetInNobodyButThoseWhoWereAdded() throws Exception {
    assertThat(logins()).containsExactly("admin", "agent", "lead");
    Browser browser = new Browser(running.desk().address());
    browser.get("/sign-in");
    String page = browser.get("/sign-in").body();
    assertThat(page).contains("name=\"password\"").doesNotContain("ebb-demo-only");
    String word = page.replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    assertThat(signIn(browser, word, "ebb-demo-only")).isEqualTo(401);
    assertThat(signIn(browser, word, RunningDesk.PASSWORD)).isEqualTo(302);
  }

  private static int signIn(Browser browser, String word, String password) throws Exception {
    return browser
        .post("/sign-in", Map.of("csrf", word, "login", "agent", "password", password))
        .statusCode();
  }

  private List<String> logins() {
    return postgres
        .open()
        .transact(
            handle ->
                handle
                    .createQuery("select login from accounts order by login")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void shouldBringACaseToTheQueueAndItsOutcomesToTheJob() {
    running.tell(TestCase.open("0001"));
    eventually(() -> services().queue().count(QueueFilter.ALL, AGENT), 1L);

    services().work().claim("0001", AGENT);
    services().work().record("0001", AGENT, new Entry(Kind.ACCEPTED, null, null, "glad"));
    String topic = settings.feeds().get(Feed.OUTCOMES).topics().get(0);
    List<ConsumerRecord<String, String>> outcomes = kafka.drain(topic, 2);
    assertThat(outcomes.get(0).value()).contains("\"kind\":\"claimed\"", "\"by\":\"agent\"");
    assertThat(outcomes.get(1).value()).contains("\"kind\":\"accepted\"", "\"note\":\"glad\"");

    running.tell(TestCase.open("0001").then(CaseState.SAVED, "verified"));
    eventually(() -> card("0001").state(), CaseState.SAVED);
    assertThat(card("0001").place()).isEqualTo(Place.ANSWERED);
  }

  @Test
  void shouldKnowOfACustomerWhatTheProfileSaysWhicheverComesFirst() {
    String profiles = settings.feeds().get(Feed.CUSTOMERS).topics().get(0);
    String early = TestCase.open("0001").customerId();
    String late = TestCase.open("0002").customerId();
    kafka.produce(profiles, early, profile(early, "north"), 1);
    eventually(() -> services().cases().profileOf(early).isPresent(), true);
    running.tell(TestCase.open("0001"), TestCase.open("0002"));
    eventually(() -> services().queue().count(QueueFilter.ALL, AGENT), 2L);
    assertThat(card("0001").region()).isEqualTo("north");

    kafka.produce(profiles, late, profile(late, "south"), 2);
    eventually(() -> card("0002").region(), "south");
    assertThat(card("0002").managerId()).isEqualTo("m-7");

    kafka.produce(profiles, late, null, 3);
    eventually(() -> card("0002").place(), Place.ENDED);
    assertThat(services().cases().profileOf(late)).isEmpty();
  }

  @Test
  void shouldPassOverWhatCannotBeRead() {
    kafka.produce(settings.topics().alerts(), "12000000001", "{\"alertId\":\"x\"}", 1);
    kafka.produce(settings.topics().withheld(), "12000000001", null, 1);
    running.tell(TestCase.open("0001").rule("a\0b"), TestCase.open("0002"));
    eventually(() -> services().queue().count(QueueFilter.ALL, AGENT), 1L);
    eventually(() -> services().feeds().stream().mapToLong(FeedState::unreadableCount).sum(), 3L);
  }

  private CaseCard card(String alertId) {
    return services().cases().card(alertId).orElseThrow();
  }

  private static String profile(String customer, String region) {
    return """
        {"customerId":"%s","at":"2026-11-20T00:00:00Z","activatedOn":"2020-01-01","region":"%s",
        "plan":{"code":"p1","name":"Family"},"contact":{"managerId":"m-7"}}"""
        .formatted(customer, region);
  }

  private static <T> void eventually(Supplier<T> actual, T expected) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(actual.get()).isEqualTo(expected));
  }
}
