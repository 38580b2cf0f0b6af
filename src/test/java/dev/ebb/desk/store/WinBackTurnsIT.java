package dev.ebb.desk.store;

import static dev.ebb.desk.store.TestDesk.ANN;
import static dev.ebb.desk.store.TestDesk.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two who want the same call to one of the departed at the same time. */
class WinBackTurnsIT {
  private static final int ROUNDS = 20;

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private TestDesk desk;
  private WinBacks calls;

  @BeforeEach
  void open() {
    desk = new TestDesk(postgres.open());
    calls = new WinBacks(postgres.open(), desk.clocks, CallRules.NONE);
  }

  /** One more who has left, with a call that is due; returns by what it is named. */
  private String gone(String customer) {
    new LeadStore(postgres.open())
        .exit(customer, "2026-11-01T10:00", "tariff", "stated")
        .winBack(customer, "2026-11-15", "P14");
    return LeadStore.exitId(customer);
  }

  @Test
  void shouldGiveACallToOneOfTwoWhoTakeItAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String customer = "r" + round;
      String id = gone(customer);
      assertThat(atOnce(() -> calls.take(id, ANN), () -> calls.take(id, BOB)))
          .as(customer)
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void shouldCountADoubleTapOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String customer = "r" + round;
      String id = gone(customer);
      calls.take(id, ANN);
      Callable<Boolean> tap = () -> calls.record(id, ANN, "attempted", null);
      assertThat(atOnce(tap, tap)).as(customer).containsExactlyInAnyOrder(true, false);
    }
    desk.pass(Duration.ofDays(1));
    assertThat(calls.due(ANN, 50))
        .hasSize(ROUNDS)
        .extracting(WinBacks.Call::attempts)
        .containsOnly(1);
  }

  private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Boolean> done = new ArrayList<>();
      for (Future<Boolean> turn :
          List.of(
              threads.submit(() -> await(start, one)), threads.submit(() -> await(start, other)))) {
        done.add(turn.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean await(CyclicBarrier start, Callable<Boolean> work) throws Exception {
    start.await();
    return work.call();
  }
}
