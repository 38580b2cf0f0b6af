package dev.ebb.simulate;

import dev.ebb.event.Feed;
import java.util.EnumMap;
import java.util.Map;

/** Counts what was made. */
final class Tally {

  private final Map<Feed, Long> events = new EnumMap<>(Feed.class);
  private final Map<Feed, Long> duplicates = new EnumMap<>(Feed.class);
  private final Map<Feed, Map<BrokenKind, Long>> broken = new EnumMap<>(Feed.class);
  private long late;

  void late() {
    late++;
  }

  void sent(Draft draft) {
    Feed feed = draft.kind().feed();
    if (draft.broken() != null) {
      broken
          .computeIfAbsent(feed, any -> new EnumMap<>(BrokenKind.class))
          .merge(draft.broken(), 1L, Long::sum);
    } else {
      (draft.repeat() ? duplicates : events).merge(feed, 1L, Long::sum);
    }
  }

  Totals totals() {
    Map<BrokenKind, Long> byKind = new EnumMap<>(BrokenKind.class);
    broken.values().forEach(kinds -> kinds.forEach((kind, n) -> byKind.merge(kind, n, Long::sum)));
    return new Totals(events, duplicates, late, byKind);
  }
}
