package dev.ebb.simulate;

import dev.ebb.event.Feed;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a simulation has sent so far; {@code records() = events + duplicates + broken}.
 *
 * @param eventsByFeed valid records, each counted once, late ones among them
 * @param duplicatesByFeed records sent for the second time
 * @param late events held up by hours or days
 * @param brokenByKind records that stand for no event
 */
public record Totals(
    Map<Feed, Long> eventsByFeed,
    Map<Feed, Long> duplicatesByFeed,
    long late,
    Map<BrokenKind, Long> brokenByKind) {

  public Totals {
    eventsByFeed = copy(Feed.class, eventsByFeed);
    duplicatesByFeed = copy(Feed.class, duplicatesByFeed);
    brokenByKind = copy(BrokenKind.class, brokenByKind);
  }

  /** Valid records, each counted once. */
  public long events() {
    return sum(eventsByFeed);
  }

  /** Records sent for the second time. */
  public long duplicates() {
    return sum(duplicatesByFeed);
  }

  /** Records that stand for no event. */
  public long broken() {
    return sum(brokenByKind);
  }

  /** All records. */
  public long records() {
    return events() + duplicates() + broken();
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static <K extends Enum<K>> Map<K, Long> copy(Class<K> type, Map<K, Long> counts) {
    Map<K, Long> copy = new EnumMap<>(type);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
