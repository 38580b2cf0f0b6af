package dev.ebb.desk.store;

import static dev.ebb.desk.store.TestDesk.ANN;
import static dev.ebb.desk.store.TestDesk.BOB;
import static dev.ebb.desk.store.TestDesk.LEA;
import static dev.ebb.desk.store.TestDesk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.Turn.Refusal;
import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import dev.ebb.retention.CaseState;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkIT {
  private static final TestCase OPEN = TestCase.open("0001");

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private TestDesk desk;

  @BeforeEach
  void openOneCase() {
    desk = new TestDesk(postgres.open());
    desk.tell(OPEN.message());
  }

  @Test
  void shouldGiveACaseToOneOfManyWhoWantIt() throws Exception {
    int agents = 12;
    ExecutorService threads = Executors.newFixedThreadPool(agents);
    try {
      for (int round = 0; round < 10; round++) {
        String alertId = "race-" + round;
        desk.tell(TestCase.open(alertId).message());
        CyclicBarrier start = new CyclicBarrier(agents);
        List<Future<Turn>> turns = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
          Agent agent = new Agent("agent-" + i, "", Role.AGENT, null);
          turns.add(
              threads.submit(
                  () -> {
                    start.await();
                    return desk.work.claim(alertId, agent);
                  }));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Future<Turn> turn : turns) {
          refusals.add(turn.get().refusal());
        }
        assertThat(refusals).containsOnlyOnce((Refusal) null);
        assertThat(refusals).filteredOn(r -> r != null).containsOnly(Refusal.TAKEN);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(desk.outbox.waiting()).isEqualTo(10);
  }

  @Test
  void shouldTellWhoHoldsACaseThatIsTaken() {
    assertThat(desk.work.claim("0001", ANN).isDone()).isTrue();

    Turn late = desk.work.claim("0001", BOB);
    assertThat(late.refusal()).isEqualTo(Refusal.TAKEN);
    assertThat(late.card().holder()).isEqualTo("ann");
    assertThat(desk.work.claim("0001", ANN).isDone()).isTrue();
    assertThat(desk.work.claim("nowhere", ANN)).isEqualTo(new Turn(null, Refusal.UNKNOWN));
  }

  @Test
  void shouldSendOutcomesInTheirOrderOnceTheyCannotBeUndone() {
    desk.work.claim("0001", ANN);
    desk.work.record("0001", ANN, Entry.of(Kind.REACHED));
    desk.pass(Duration.ofSeconds(1));
    desk.work.record("0001", ANN, new Entry(Kind.ACCEPTED, "trial", null, "glad"));
    assertThat(drained()).isEmpty();

    desk.pass(TestDesk.UNDO);
    List<Outbox.Pending> sent = drained();
    assertThat(sent)
        .extracting(pending -> pending.outcome().kind())
        .containsExactly(Kind.CLAIMED, Kind.REACHED, Kind.ACCEPTED);
    assertThat(sent.get(2).outcome())
        .isEqualTo(new Outcome("0001", Kind.ACCEPTED, null, null, "ann"));
    assertThat(sent.get(2).customerId()).isEqualTo(OPEN.customerId());
    assertThat(sent.get(2).at()).isEqualTo(NOON.plusSeconds(1));
    assertThat(drained()).isEmpty();
    assertThat(desk.outbox.waiting()).isZero();
  }

  @Test
  void shouldKeepOutcomesThatCouldNotBeSent() {
    desk.work.claim("0001", ANN);
    desk.pass(TestDesk.UNDO);
    try {
      desk.outbox.drain(
          10,
          due -> {
            throw new IllegalStateException("Kafka is away");
          });
    } catch (IllegalStateException away) {
      assertThat(away).hasMessage("Kafka is away");
    }
    assertThat(drained()).extracting(Outbox.Pending::id).containsExactly("o-1");
  }

  @Test
  void shouldUndoWhileTheOutcomeHasNotLeft() {
    desk.work.claim("0001", ANN);
    CaseCard held = desk.cases.card("0001").orElseThrow();
    desk.work.record("0001", ANN, Entry.of(Kind.ATTEMPTED));
    assertThat(desk.cases.view("0001").orElseThrow().undoable().kind()).isEqualTo("attempted");

    assertThat(desk.work.undo("0001", BOB).refusal()).isEqualTo(Refusal.TOO_LATE);
    assertThat(desk.work.undo("0001", ANN).isDone()).isTrue();
    CaseCard now = desk.cases.card("0001").orElseThrow();
    assertThat(now.place()).isEqualTo(Place.HELD);
    assertThat(now.attempts()).isZero();
    assertThat(now.holder()).isEqualTo("ann");
    assertThat(now.lastOutcome()).isEqualTo(held.lastOutcome());
    assertThat(desk.work.undo("0001", ANN).refusal()).isEqualTo(Refusal.TOO_LATE);

    desk.pass(TestDesk.UNDO);
    assertThat(drained()).extracting(it -> it.outcome().kind()).containsExactly(Kind.CLAIMED);
  }

  @Test
  void shouldNotUndoWhatHasLeftOrWhatOthersBuiltUpon() {
    desk.work.claim("0001", ANN);
    desk.work.release("0001", ANN);
    desk.work.claim("0001", BOB);
    assertThat(desk.work.undo("0001", ANN).refusal()).isEqualTo(Refusal.TOO_LATE);

    desk.pass(TestDesk.UNDO);
    assertThat(desk.work.undo("0001", BOB).refusal()).isEqualTo(Refusal.TOO_LATE);
    assertThat(desk.cases.card("0001").orElseThrow().holder()).isEqualTo("bob");
  }

  @Test
  void shouldTryAtAnotherHourUntilThreeTriesWereEnough() {
    List<Integer> hours = new ArrayList<>();
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(desk.work.claim("0001", ANN).isDone()).isTrue();
      CaseCard card = desk.work.record("0001", ANN, Entry.of(Kind.ATTEMPTED)).card();
      assertThat(card.attempts()).isEqualTo(attempt);
      assertThat(card.place()).isEqualTo(attempt < 3 ? Place.PUT_OFF : Place.ANSWERED);
      assertThat(desk.work.wake()).isZero();
      if (attempt < 3) {
        hours.add(card.dueAt().atZone(ZoneOffset.UTC).getHour());
        desk.pass(Duration.between(desk.clocks.now(), card.dueAt()));
        assertThat(desk.work.wake()).isEqualTo(1);
      }
    }
    assertThat(hours).as("after noon").containsExactly(18, 8);
  }

  @Test
  void shouldBringAPromisedCallbackBackToWhoeverPromisedIt() {
    desk.work.claim("0001", BOB);
    Entry callback = new Entry(Kind.CALLBACK, null, NOON.plus(Duration.ofHours(1)), null);
    assertThat(desk.work.record("0001", BOB, callback).isDone()).isTrue();
    desk.tell(TestCase.open("0002").priority(9_000).message());
    assertThat(desk.queue.nextFor(BOB).orElseThrow().alertId()).isEqualTo("0002");

    desk.pass(Duration.ofHours(1));
    desk.work.wake();
    assertThat(desk.queue.nextFor(BOB).orElseThrow().alertId()).isEqualTo("0001");
    assertThat(desk.queue.nextFor(ANN).orElseThrow().alertId()).isEqualTo("0002");
  }

  @Test
  void shouldHandOverOnlyWhatOneHoldsUnlessOneLeads() {
    desk.work.claim("0001", ANN);
    assertThat(desk.work.handOver("0001", BOB, "bob").refusal()).isEqualTo(Refusal.NOT_HELD);
    assertThat(desk.work.handOver("0001", ANN, "eve").refusal()).isEqualTo(Refusal.NO_SUCH_AGENT);
    assertThat(desk.work.handOver("0001", LEA, "bob").card().holder()).isEqualTo("bob");
    assertThat(desk.work.record("0001", ANN, Entry.of(Kind.DECLINED)).refusal())
        .isEqualTo(Refusal.NOT_HELD);
  }

  @Test
  void shouldRefuseTimesThatTheJobWouldRefuse() {
    desk.work.claim("0001", ANN);
    for (Duration delay : List.of(Duration.ofSeconds(-1), Duration.ofDays(181))) {
      Entry snoozed = new Entry(Kind.SNOOZED, null, NOON.plus(delay), null);
      assertThat(desk.work.record("0001", ANN, snoozed).refusal()).isEqualTo(Refusal.BAD_TIME);
    }
  }

  @Test
  void shouldShowTheVerdictOfTheJob() {
    desk.pass(Duration.ofMinutes(1));
    desk.work.claim("0001", ANN);
    desk.work.record("0001", ANN, Entry.of(Kind.ACCEPTED));
    TestCase waiting = OPEN.then(CaseState.WAITING, "accepted").at(desk.clocks.now());
    desk.tell(waiting.message());
    assertThat(place()).isEqualTo(Place.ANSWERED);

    desk.tell(waiting.then(CaseState.SAVED, "verified").message());
    assertThat(place()).isEqualTo(Place.ANSWERED);
    assertThat(desk.cases.view("0001").orElseThrow().timeline())
        .extracting(TimelineEntry::what)
        .containsExactly("open", "claimed", "accepted", "waiting", "saved");

    desk.tell(waiting.then(CaseState.SAVED, "confirmed").message());
    assertThat(place()).isEqualTo(Place.ENDED);
  }

  @Test
  void shouldNotReopenAnAnsweredCaseByWhatTheJobSaidBeforeItKnew() {
    desk.work.claim("0001", ANN);
    desk.work.record("0001", ANN, Entry.of(Kind.DECLINED));
    TestCase daily = OPEN.then(CaseState.RAISED, "daily");
    desk.tell(daily.message());
    assertThat(place()).isEqualTo(Place.ANSWERED);

    desk.pass(Duration.ofMinutes(10));
    desk.tell(daily.then(CaseState.RAISED, "new-signal").message());
    assertThat(place()).isEqualTo(Place.TO_DO);
  }

  @Test
  void shouldNotTakeACaseOutOfAnAgentsHandsUnlessItIsOver() {
    desk.work.claim("0001", ANN);
    TestCase raised = OPEN.then(CaseState.RAISED, "overdue");
    desk.tell(raised.message());
    assertThat(place()).isEqualTo(Place.HELD);

    desk.tell(raised.then(CaseState.CLEARED, "legal-stop").message());
    assertThat(place()).isEqualTo(Place.ENDED);
    assertThat(desk.work.record("0001", ANN, Entry.of(Kind.REACHED)).refusal())
        .isEqualTo(Refusal.NOT_HELD);
  }

  @Test
  void shouldWriteDownWhoSawANumber() {
    assertThat(desk.cases.reveal("0001", ANN, "call")).contains(OPEN.customerId());

    Audit audit = new Audit(postgres.open(), desk.clocks);
    assertThat(audit.newest(1))
        .containsExactly(new Audit.Line(NOON, "ann", "reveal", "0001", "call"));
    assertThat(desk.cases.view("0001").orElseThrow().message().customerId())
        .isEqualTo(desk.cases.card("0001").orElseThrow().customer())
        .isEqualTo("12***01");
  }

  private Place place() {
    return desk.cases.card("0001").orElseThrow().place();
  }

  private List<Outbox.Pending> drained() {
    List<Outbox.Pending> sent = new ArrayList<>();
    desk.outbox.drain(100, sent::addAll);
    return sent;
  }
}
