package dev.ebb.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ebb.desk.api.ApiStage.Answered;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Outbox;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.store.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How programs work cases, and what they are refused. */
class ApiWorkIT {
  private static final String ACCEPTED = "{\"kind\":\"accepted\"}";

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private ApiStage stage;
  private TestDesk desk;

  @BeforeEach
  void open() throws Exception {
    stage = new ApiStage(postgres.open(), 600);
    desk = stage.desk;
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void shouldNameFieldBoundAndValueOfWhatItRefuses() throws Exception {
    String token = stage.token("cases:read", "cases:work");
    desk.tell(TestCase.open("a1").message());
    check(stage.get("/cases?tier=lead", token), "tier", "one of diamond, gold", "lead");
    check(stage.get("/cases?limit=501", token), "limit", "1 to 500", "501");
    check(stage.get("/cases?colour=red", token), "colour", "left out", "there");
    check(stage.get("/cases?after=x", token), "after", "the next of another page", "x");
    check(outcome(token, "{\"kind\":\"won\"}"), "kind", "attempted, reached", "won");
    check(outcome(token, "{\"kind\":\"wrong\"}"), "reason", "travel, second-line", "null");
    check(outcome(token, "{\"kind\":\"callback\"}"), "dueAt", "set for callback", "null");
    check(outcome(token, "{\"kind\":\"snoozed\",\"dueAt\":\"soon\"}"), "dueAt", "a time", "soon");
    check(outcome(token, "{\"kind\":\"claimed\"}"), "kind", "what came of", "claimed");
    check(outcome(token, "{\"kind\":\"accepted\",\"agent\":\"eve\"}"), "agent", "the login", "eve");
    assertThat(outcome(token, "{\"kind\":").status()).isEqualTo(400);
    assertThat(outcome(token, "[]").status()).isEqualTo(400);
    assertThat(stage.get("/cases/none", token).status()).isEqualTo(404);
    assertThat(stage.post("/cases/none/claim", token, null).status()).isEqualTo(404);
  }

  private Answered outcome(String token, String body) throws Exception {
    return stage.post("/cases/a1/outcomes", token, body);
  }

  private static void check(Answered refused, String field, String bound, String value) {
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/field")).isEqualTo(field);
    assertThat(refused.text("/bound")).startsWith(bound);
    assertThat(refused.text("/value")).isEqualTo(value);
  }

  @Test
  void shouldWorkACaseForAnAgentByTheRulesOfTheScreens() throws Exception {
    String token = stage.token("cases:read", "cases:work");
    desk.tell(TestCase.open("a1").message());
    desk.pass(Duration.ofMinutes(1));
    String ann = "{\"agent\":\"ann\"}";
    String bob = "{\"agent\":\"bob\"}";

    Answered notHeld = outcome(token, ACCEPTED.replace("}", ",\"agent\":\"ann\"}"));
    assertThat(notHeld.status()).isEqualTo(409);
    assertThat(notHeld.text("/detail")).isEqualTo("holder must be ann but was null");

    assertThat(stage.post("/cases/a1/claim", token, ann).text("/holder")).isEqualTo("ann");
    Answered taken = stage.post("/cases/a1/claim", token, bob);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text("/type")).isEqualTo("urn:ebb:problem:taken");
    assertThat(taken.text("/detail"))
        .isEqualTo("place must be to-do or put-off but was held by ann");

    assertThat(stage.post("/cases/a1/release", token, bob).status()).isEqualTo(409);
    assertThat(stage.post("/cases/a1/release", token, ann).text("/place")).isEqualTo("to-do");
    stage.post("/cases/a1/claim", token, bob);
    String refuted =
        "{\"kind\":\"wrong\",\"reason\":\"second-line\",\"note\":\"x\",\"agent\":\"bob\"}";
    assertThat(outcome(token, refuted).text("/place")).isEqualTo("answered");
    assertThat(stage.post("/cases/a1/undo", token, bob).text("/place")).isEqualTo("held");
    assertThat(outcome(token, refuted).text("/lastOutcome")).isEqualTo("wrong");
    assertThat(stage.post("/cases/a1/claim", token, ann).text("/type"))
        .isEqualTo("urn:ebb:problem:not-open");

    JsonNode whole = stage.get("/cases/a1", token).json();
    assertThat(whole.at("/message/customerId").asText()).isEqualTo("12***a1");
    assertThat(whole.path("timeline").findValuesAsText("what"))
        .containsExactly("open", "claimed", "released", "claimed", "wrong");
    desk.pass(TestDesk.UNDO);
    assertThat(stage.post("/cases/a1/undo", token, bob).text("/type"))
        .isEqualTo("urn:ebb:problem:too-late");
  }

  @Test
  void shouldRecordAnOutcomeOnceHoweverOftenItIsSent() throws Exception {
    String token = stage.token("cases:work");
    desk.tell(TestCase.open("a1").message());
    stage.post("/cases/a1/claim", token, null);
    String callback =
        "{\"id\":\"c-7\",\"kind\":\"callback\",\"dueAt\":\"2026-11-20T15:00:00.123456+01:00\"}";
    for (int i = 0; i < 3; i++) {
      assertThat(outcome(token, callback).status()).isEqualTo(200);
    }
    Answered other = outcome(token, "{\"id\":\"c-7\",\"kind\":\"accepted\"}");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("/type")).isEqualTo("urn:ebb:problem:other-content");
    desk.pass(TestDesk.UNDO);
    List<Outbox.Pending> sent = new ArrayList<>();
    desk.outbox.drain(10, sent::addAll);
    assertThat(sent)
        .extracting(it -> it.outcome().kind().label())
        .containsExactly("claimed", "callback");
    assertThat(sent.get(1).outcome().by()).startsWith("token:crm");
    Answered late = outcome(token, callback);
    assertThat(late.status()).isEqualTo(200);
  }

  @Test
  void shouldTellANumberOnlyToTokensThatMayAndWriteThatDown() throws Exception {
    desk.tell(TestCase.open("a1").of("13912345678").message());
    String why = "{\"why\":\"call\",\"agent\":\"ann\"}";
    assertThat(stage.post("/cases/a1/reveal", stage.token("cases:read"), why).status())
        .isEqualTo(403);
    desk.work.claim("a1", TestDesk.ANN);
    Answered told = stage.post("/cases/a1/reveal", stage.token("cases:reveal"), why);
    assertThat(told.text("/customerId")).isEqualTo("13912345678");
    Audit.Line line = new Audit(postgres.open(), desk.clocks).newest(1).get(0);
    assertThat(line.actor()).startsWith("token:crm");
    assertThat(line.action() + " " + line.subject()).isEqualTo("reveal a1");
    assertThat(line.detail()).isEqualTo("call for ann");
  }

  @Test
  void shouldTellTheNumberOnlyToWhoeverHoldsTheCase() throws Exception {
    desk.tell(TestCase.open("a1").of("13912345678").message());
    String token = stage.token("cases:reveal");

    Answered free = stage.post("/cases/a1/reveal", token, "{\"why\":\"call\",\"agent\":\"ann\"}");
    desk.work.claim("a1", TestDesk.ANN);
    Answered taken = stage.post("/cases/a1/reveal", token, "{\"why\":\"call\"}");

    for (Answered refused : List.of(free, taken)) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/type")).isEqualTo("urn:ebb:problem:not-held");
    }
    assertThat(free.text("/detail")).isEqualTo("holder must be ann but was null");
    assertThat(taken.text("/value")).isEqualTo("ann");
    assertThat(new Audit(postgres.open(), desk.clocks).newest(10))
        .extracting(Audit.Line::action)
        .doesNotContain("reveal");
  }

  @Test
  void shouldTellNoNumberWhileTheCustomerMustNotBeCalled() throws Exception {
    desk.tell(TestCase.open("a1").of("13912345678").message());
    desk.work.claim("a1", TestDesk.ANN);
    String token = stage.token("cases:reveal");
    String why = "{\"why\":\"call\",\"agent\":\"ann\"}";
    desk.sql("update cases set contact_from = timestamptz '2026-11-20 15:00Z'");

    Answered early = stage.post("/cases/a1/reveal", token, why);
    desk.sql("update cases set reason = 'opted-out'");
    Answered forbidden = stage.post("/cases/a1/reveal", token, why);

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text("/type")).isEqualTo("urn:ebb:problem:early");
    assertThat(early.text("/detail")).isEqualTo("It is forbidden until 2026-11-20T15:00:00Z");
    assertThat(forbidden.text("/type")).isEqualTo("urn:ebb:problem:opted-out");
    assertThat(new Audit(postgres.open(), desk.clocks).newest(10))
        .extracting(Audit.Line::action)
        .doesNotContain("reveal");
  }

  @Test
  void shouldWriteDownWhichTokenActedInWhoseNameAndWhatItSearchedFor() throws Exception {
    desk.tell(TestCase.open("a1").of("13912345678").message());
    String token = stage.token("cases:read", "cases:work");
    String ann = "{\"agent\":\"ann\"}";
    stage.post("/cases/a1/claim", token, ann);
    stage.post("/cases/a1/release", token, ann);
    stage.post("/cases/search", token, "{\"customerId\":\"13912345678\"}");

    List<Audit.Line> lines = new Audit(postgres.open(), desk.clocks).newest(3);
    assertThat(lines).allSatisfy(it -> assertThat(it.actor()).startsWith("token:crm"));
    assertThat(lines.get(2).action() + " " + lines.get(2).detail())
        .isEqualTo("outcome claimed for ann");
    assertThat(lines.get(1).detail()).isEqualTo("released for ann");
    assertThat(lines.get(0).action() + " " + lines.get(0).detail()).isEqualTo("search 1 cases");
    assertThat(lines.get(0).subject()).matches("[0-9a-f]{8}");
  }
}
