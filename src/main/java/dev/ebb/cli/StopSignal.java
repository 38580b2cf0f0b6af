package dev.ebb.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C as a request to stop: the JVM waits until everything is closed. */
final class StopSignal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "stop");
  private final Runnable whenGiven;
  private volatile boolean given;

  StopSignal() {
    this(() -> {});
  }

  /** Does something besides when it is given. */
  StopSignal(Runnable whenGiven) {
    this.whenGiven = whenGiven;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isGiven() {
    return given;
  }

  /** Waits until it is given. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Everything is closed. */
  @Override
  public void close() {
    closed.countDown();
    if (!given) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void askAndWait() {
    given = true;
    asked.countDown();
    whenGiven.run();
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("ebb: gave up waiting for everything to close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
