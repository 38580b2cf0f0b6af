package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private final AtomicInteger found = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void shouldFindOutAnewWhatIsTooOld() {
    Remembered<Integer> it =
        new Remembered<>(found::incrementAndGet, Duration.ofSeconds(10), nanos::get);
    assertThat(it.get()).isEqualTo(1);
    nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    assertThat(it.get()).isEqualTo(1);
    nanos.addAndGet(1);
    assertThat(it.get()).isEqualTo(2);
  }

  @Test
  void shouldMakeDoWithTheOldWhileSomebodyFindsOut() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Remembered<Integer> it =
        new Remembered<>(
            () -> {
              int value = found.incrementAndGet();
              if (value == 2) {
                begun.countDown();
                awaitIt(mayEnd);
              }
              return value;
            },
            Duration.ofSeconds(10),
            nanos::get);
    it.get();
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    CompletableFuture<Integer> finder = CompletableFuture.supplyAsync(it::get);
    awaitIt(begun);
    assertThat(it.get()).isEqualTo(1);
    mayEnd.countDown();
    assertThat(finder.join()).isEqualTo(2);
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
