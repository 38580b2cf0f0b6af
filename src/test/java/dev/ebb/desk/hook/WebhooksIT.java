package dev.ebb.desk.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.ebb.desk.api.Description;
import dev.ebb.desk.hook.Receiver.Heard;
import dev.ebb.desk.store.CaseEvents;
import dev.ebb.desk.store.Deliveries;
import dev.ebb.desk.store.Deliveries.Delivery;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.retention.CaseState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deliveries to a real server, with a clock that a test moves. */
class WebhooksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final RetrySchedule THREE =
      new RetrySchedule(Duration.ofSeconds(10), Duration.ofHours(1), 3, () -> 0);

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private final Reach reach = new Reach(List.of("localhost"));
  private TestDesk desk;
  private Deliveries deliveries;
  private Subscriptions subscriptions;
  private Receiver receiver;
  private Courier courier;

  @BeforeEach
  void open() throws IOException {
    desk = new TestDesk(postgres.open());
    deliveries = new Deliveries(desk.database);
    subscriptions = new Subscriptions(desk.database, desk.clocks, reach);
    receiver = new Receiver();
  }

  @AfterEach
  void close() throws Exception {
    receiver.close();
    if (courier != null) {
      courier.close();
    }
  }

  private void start() {
    courier = new Courier(deliveries, desk.clocks, reach, THREE);
  }

  @Test
  void shouldSendWhatAWebhookAskedForSigned() throws IOException {
    String secret =
        subscriptions
            .add(receiver.url("/crm"), List.of(CaseEvents.OPENED, CaseEvents.VERDICT), "test")
            .secret();
    TestCase open = TestCase.open("a1").of("13912345678");
    TestCase raised = open.then(CaseState.RAISED, "new-signal");
    desk.tell(open.message(), raised.message());
    desk.tell(raised.then(CaseState.RAISED, "daily").message());
    desk.tell(raised.then(CaseState.RAISED, "daily").then(CaseState.LOST, "left").message());
    start();

    await().atMost(PATIENCE).until(() -> receiver.heard().size() == 2);
    Description description = description();
    for (Heard heard : receiver.heard()) {
      description.check("#/components/schemas/Event", heard.body());
      assertThat(heard.signature()).isEqualTo(expected(secret, heard.body()));
      assertThat(heard.body()).contains("\"customer\":\"13***78\"").doesNotContain("13912345678");
    }
    assertThat(receiver.heard())
        .extracting(it -> it.body().replaceAll(".*\"event\":\"([^\"]+).*", "$1"))
        .containsExactlyInAnyOrder(CaseEvents.OPENED, CaseEvents.VERDICT);
  }

  private static Description description() throws IOException {
    try (var json = Description.class.getResourceAsStream("openapi.json")) {
      return new Description(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** By another library than the desk's. */
  private String expected(String secret, String body) {
    long seconds = desk.clocks.wallNow().getEpochSecond();
    String sum = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(seconds + "." + body);
    return "t=" + seconds + ",v1=" + sum;
  }

  @Test
  void shouldTryAgainLaterGiveUpAndSendAgainByHand() {
    subscribe("/crm");
    desk.tell(TestCase.open("a1").message());
    receiver.answers(exchange -> 500);
    start();

    Delivery first = awaitFailures(1);
    assertThat(first.failure()).isEqualTo("answered 500");
    assertThat(first.nextAt()).isEqualTo(desk.clocks.wallNow().plusSeconds(10));
    desk.pass(Duration.ofSeconds(10));
    assertThat(awaitFailures(2).nextAt()).isEqualTo(desk.clocks.wallNow().plusSeconds(20));
    desk.pass(Duration.ofSeconds(20));
    awaitState("dead");
    assertThat(receiver.heard()).extracting(Heard::delivery).containsOnly(first.id()).hasSize(3);

    receiver.answers(exchange -> 200);
    deliveries.resend(first.id(), desk.clocks.wallNow());
    assertThat(awaitState("delivered").failure()).isNull();
    assertThat(receiver.heard()).hasSize(4);
  }

  @Test
  void shouldSendAgainWhatAKilledDeskHadUnderWay() {
    subscribe("/crm");
    desk.tell(TestCase.open("a1").message());
    var now = desk.clocks.wallNow();
    String webhook = deliveries.dueWebhooks(now).get(0);
    String id = deliveries.lease(webhook, 10, now, now.plusSeconds(60)).get(0).id();
    assertThat(deliveries.lease(webhook, 10, now, now.plusSeconds(60))).isEmpty();
    desk.pass(Duration.ofSeconds(60));
    start();
    awaitState("delivered");
    assertThat(receiver.heard()).extracting(Heard::delivery).containsExactly(id);
  }

  @Test
  void shouldNotLetASlowReceiverKeepOthersWaiting() throws IOException {
    CountDownLatch enough = new CountDownLatch(1);
    try (Receiver slow = new Receiver()) {
      slow.answers(
          exchange -> {
            enough.await();
            return 200;
          });
      subscriptions.add(slow.url("/slow"), CaseEvents.ALL, "test");
      subscribe("/crm");
      for (int i = 0; i < 20; i++) {
        desk.tell(TestCase.open("a" + i).message());
      }
      start();
      await().atMost(PATIENCE).until(() -> receiver.heard().size() == 20);
      assertThat(slow.heard()).hasSizeLessThanOrEqualTo(8);
      enough.countDown();
      await().atMost(PATIENCE).until(() -> slow.heard().size() == 20);
    }
  }

  @Test
  void shouldGiveUpWhatHasWaitedForDaysUntilItIsSentAgainByHand() {
    subscribe("/crm");
    desk.tell(TestCase.open("a1").message());
    desk.pass(RetrySchedule.OLDEST.plusSeconds(1));
    start();
    assertThat(awaitState("dead").failure()).isEqualTo("waited for too long");
    assertThat(receiver.heard()).isEmpty();

    deliveries.resend(only().id(), desk.clocks.wallNow());
    awaitState("delivered");
    assertThat(receiver.heard()).hasSize(1);
  }

  @Test
  void shouldNotFollowARedirect() {
    subscribe("/crm");
    desk.tell(TestCase.open("a1").message());
    receiver.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Location", receiver.url("/inside"));
          return 307;
        });
    start();
    assertThat(awaitFailures(1).failure()).isEqualTo("answered 307");
    assertThat(receiver.heard()).hasSize(1);
  }

  @Test
  void shouldNotKnockAtPrivateAddresses() {
    String inside = receiver.url("/crm").replace("http://localhost", "https://127.0.0.1");
    subscriptions.add(inside, CaseEvents.ALL, "test");
    desk.tell(TestCase.open("a1").message());
    start();
    assertThat(awaitFailures(1).failure()).isEqualTo("127.0.0.1 is not a public address");
    assertThat(receiver.heard()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subscriptions.add("http://crm.example", CaseEvents.ALL, "test"))
        .withMessageStartingWith("url must be an https address");
  }

  @Test
  void shouldForgetWhatWasSentOfAnErasedCustomer() {
    subscribe("/crm");
    TestCase open = TestCase.open("a1").of("13912345678");
    desk.tell(open.message(), open.then(CaseState.CLEARED, "erased").message());
    start();
    awaitState("delivered");
    assertThat(receiver.heard()).hasSize(1);
    assertThat(receiver.heard().get(0).body())
        .contains("\"reason\":\"erased\"")
        .doesNotContain("13***78");
  }

  private void subscribe(String path) {
    subscriptions.add(receiver.url(path), CaseEvents.ALL, "test");
  }

  private Delivery awaitFailures(int attempts) {
    await()
        .atMost(PATIENCE)
        .until(() -> only().failure() != null && only().attempts() == attempts && isSettled());
    return only();
  }

  /** Whether no attempt is under way: that is leased for a minute, longer than any wait here. */
  private boolean isSettled() {
    return only().nextAt() == null
        || only().nextAt().isBefore(desk.clocks.wallNow().plusSeconds(60));
  }

  private Delivery awaitState(String state) {
    await().atMost(PATIENCE).until(() -> only().state().equals(state));
    return only();
  }

  private Delivery only() {
    List<Delivery> all = deliveries.page(null, null, 10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
