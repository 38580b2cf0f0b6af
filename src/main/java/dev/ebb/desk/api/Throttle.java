package dev.ebb.desk.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Lets each caller make so many requests a minute: a bucket that fills evenly, full at first. */
final class Throttle {
  private static final double MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private final int aMinute;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new HashMap<>();

  Throttle(int aMinute, InstantSource clock) {
    this.aMinute = aMinute;
    this.clock = clock;
  }

  private record Bucket(double left, Instant at) {}

  /** Counts a request; returns the seconds to wait before the next, 0 if this one may pass. */
  synchronized long take(String caller) {
    Instant now = clock.instant();
    Bucket last = buckets.getOrDefault(caller, new Bucket(aMinute, now));
    double filled = Duration.between(last.at(), now).toNanos() / MINUTE_NANOS * aMinute;
    double left = Math.min(aMinute, last.left() + filled);
    boolean passes = left >= 1;
    buckets.put(caller, new Bucket(passes ? left - 1 : left, now));
    return passes ? 0 : (long) Math.ceil((1 - left) * 60 / aMinute);
  }
}
