package dev.ebb.connect;

import dev.ebb.event.Event;
import dev.ebb.event.Spread;
import dev.ebb.ledger.Days;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds records that lie apart from the rest in the future, such as a wrong year: files have no
 * broker time to hold them against. Records without a gap of more than the step between them form a
 * body; the one with the most records is the main body, and what lies after it is not believed.
 */
final class StepGuard {
  private static final long DAY_MILLIS = 86_400_000L;

  private final long stepMillis;
  private final Days days;
  private final TreeMap<Long, Bucket> buckets = new TreeMap<>();

  private static final class Bucket {
    long first = Long.MAX_VALUE;
    long reach = Long.MIN_VALUE;
    long count;

    void add(long at, long end) {
      first = Math.min(first, at);
      reach = Math.max(reach, end);
      count++;
    }
  }

  /**
   * The main body's bounds.
   *
   * @param reach the last instant that it covers; {@link Long#MIN_VALUE} if there is no record
   * @param firstBeyond the first instant that is not believed
   */
  record Body(long reach, long firstBeyond) {}

  /** {@code step}: at least a day. */
  StepGuard(Duration step, ZoneId zone) {
    if (step.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "max-watermark-step must be at least 1 day but was " + step.toHours() + " h");
    }
    this.stepMillis = step.toMillis();
    this.days = new Days(zone);
  }

  /** Takes an event of a feed that drives time. */
  void add(Event event) {
    buckets
        .computeIfAbsent(Math.floorDiv(event.at(), DAY_MILLIS), day -> new Bucket())
        .add(event.at(), reach(event));
  }

  Body mainBody() {
    Body main = new Body(Long.MIN_VALUE, Long.MAX_VALUE);
    long mostCount = 0;
    long count = 0;
    long reach = Long.MIN_VALUE;
    for (Map.Entry<Long, Bucket> entry : buckets.entrySet()) {
      Bucket bucket = entry.getValue();
      if (count > 0 && bucket.first - reach > stepMillis) {
        if (count > mostCount) {
          main = new Body(reach, bucket.first);
          mostCount = count;
        }
        count = 0;
      }
      count += bucket.count;
      reach = Math.max(reach, bucket.reach);
    }
    return count > mostCount ? new Body(reach, Long.MAX_VALUE) : main;
  }

  private long reach(Event event) {
    if (event.spread() == Spread.NONE) {
      return event.at();
    }
    int first = Days.firstDay(event.spread(), days.dayOf(event.at()));
    return days.endOf(Days.lastDay(event.spread(), first)) - 1;
  }
}
