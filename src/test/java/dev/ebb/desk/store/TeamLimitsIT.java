package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TeamLimitsIT {
  @RegisterExtension private final TestDatabase postgres = new TestDatabase();

  @Test
  void shouldLimitWhatAnAgentTakesOnAndTellUntilWhen() {
    TestDesk desk = new TestDesk(postgres.open());
    TeamLimits limits = new TeamLimits(postgres.open(), desk.clocks);
    for (int i = 1; i <= 5; i++) {
      desk.tell(TestCase.open("" + i).message());
    }
    limits.set(new TeamLimits.Limits(null, 2), TestDesk.LEA);
    Instant first = desk.clocks.wallNow();
    assertThat(desk.work.claim("1", TestDesk.ANN).isDone()).isTrue();
    desk.pass(Duration.ofMinutes(10));
    assertThat(desk.work.claim("2", TestDesk.ANN).isDone()).isTrue();

    assertThat(desk.work.claim("3", TestDesk.ANN).refusal()).isEqualTo(Turn.Refusal.ENOUGH);
    assertThat(limits.reachedBy(TestDesk.ANN))
        .isEqualTo(new TeamLimits.Reached(2, first.plusSeconds(3600)));
    assertThat(limits.reachedBy(TestDesk.BOB)).isNull();
    assertThat(desk.work.claim("3", TestDesk.BOB).isDone()).isTrue();

    desk.pass(Duration.ofMinutes(50));
    assertThat(desk.work.claim("4", TestDesk.ANN).isDone()).isTrue();

    limits.set(new TeamLimits.Limits(3, null), TestDesk.LEA);
    assertThat(desk.work.claim("5", TestDesk.ANN).refusal()).isEqualTo(Turn.Refusal.ENOUGH);
    assertThat(limits.reachedBy(TestDesk.ANN)).isEqualTo(new TeamLimits.Reached(3, null));
    desk.work.release("4", TestDesk.ANN);
    assertThat(desk.work.claim("5", TestDesk.ANN).isDone()).isTrue();
    assertThat(new Audit(postgres.open(), desk.clocks).newest(100))
        .anyMatch(line -> line.action().equals("team-limits") && line.actor().equals("lea"));
  }

  @Test
  void shouldNotCountAPromisedCallbackAsNewNorLimitAProgram() {
    TestDesk desk = new TestDesk(postgres.open());
    TeamLimits limits = new TeamLimits(postgres.open(), desk.clocks);
    desk.tell(TestCase.open("1").message(), TestCase.open("2").message());
    desk.work.claim("1", TestDesk.ANN);
    Instant soon = TestDesk.NOON.plus(Duration.ofMinutes(30));
    desk.work.record("1", TestDesk.ANN, new Entry(Kind.CALLBACK, null, soon, null));
    limits.set(new TeamLimits.Limits(1, 1), TestDesk.LEA);

    assertThat(desk.work.claim("2", TestDesk.ANN).refusal()).isEqualTo(Turn.Refusal.ENOUGH);
    assertThat(desk.work.claim("1", TestDesk.ANN).isDone()).isTrue();
    Agent program = new Agent("crm", "CRM", Role.AGENT, null);
    assertThat(limits.reachedBy(program)).isNull();
    assertThat(desk.work.claim("2", program).isDone()).isTrue();
  }

  @Test
  void shouldHoldAlsoWhereOneAgentClaimsManyAtOnce() throws Exception {
    TestDesk desk = new TestDesk(postgres.open());
    new TeamLimits(postgres.open(), desk.clocks).set(new TeamLimits.Limits(2, 3), TestDesk.LEA);
    int wanted = 8;
    for (int i = 0; i < wanted; i++) {
      desk.tell(TestCase.open("r" + i).message());
    }
    ExecutorService threads = Executors.newFixedThreadPool(wanted);
    try {
      CyclicBarrier start = new CyclicBarrier(wanted);
      List<Future<Turn>> turns = new ArrayList<>();
      for (int i = 0; i < wanted; i++) {
        String id = "r" + i;
        turns.add(
            threads.submit(
                () -> {
                  start.await();
                  return desk.work.claim(id, TestDesk.ANN);
                }));
      }
      int done = 0;
      for (Future<Turn> turn : turns) {
        done += turn.get().isDone() ? 1 : 0;
      }
      assertThat(done).isEqualTo(2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void shouldNameALimitThatMakesNoSense() {
    assertThatThrownBy(() -> new TeamLimits.Limits(0, null))
        .hasMessage("openCases must be 1 to 200 but was 0");
    assertThatThrownBy(() -> new TeamLimits.Limits(null, 201))
        .hasMessage("newPerHour must be 1 to 200 but was 201");
  }
}
