package dev.ebb.load;

import java.time.Duration;

/**
 * How much load to put on a desk.
 *
 * @param cases that are open, 100 to 1,000,000
 * @param requests for pages, 10 to 1,000,000
 * @param browsers that ask for pages at the same time, 1 to 64
 * @param viewers with an open screen, 1 to 1,000
 * @param updatesPerSecond of different cases, 1 to 1,000
 * @param liveFor how long updates come, 1 s to 1 h
 * @param seed another number, other cases
 */
public record LoadPlan(
    int cases,
    int requests,
    int browsers,
    int viewers,
    int updatesPerSecond,
    Duration liveFor,
    long seed) {

  public LoadPlan {
    within("cases", cases, 100, 1_000_000);
    within("requests", requests, 10, 1_000_000);
    within("browsers", browsers, 1, 64);
    within("viewers", viewers, 1, 1_000);
    within("updates", updatesPerSecond, 1, 1_000);
    within("live seconds", liveFor.toSeconds(), 1, 3_600);
  }

  /** All updates. */
  public int updates() {
    return (int) (updatesPerSecond * liveFor.toSeconds());
  }

  private static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %,d to %,d but was %,d".formatted(what, least, most, value));
    }
  }
}
