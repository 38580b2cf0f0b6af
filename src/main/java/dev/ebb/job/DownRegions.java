package dev.ebb.job;

import dev.ebb.event.Feed;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.IndexEntry;
import dev.ebb.ledger.Measure;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.MetricGroup;

/**
 * How many regions were down on their last closed day, by measure of use: a feed of theirs brought
 * next to nothing. The whole network counts as one. Forgotten at a restart, until a day closes.
 */
final class DownRegions {
  private final Map<String, IndexEntry> newest = new ConcurrentHashMap<>();

  /** A region's day was closed; null tells of too few customers for an index. */
  void closed(String region, IndexEntry entry) {
    if (entry == null) {
      newest.remove(region);
    } else {
      newest.put(region, entry);
    }
  }

  /** Regions in which this measure was down. */
  int count(Measure measure) {
    return (int)
        newest.values().stream().filter(entry -> entry.of(measure) < BaseIndex.DOWN).count();
  }

  /** Shows the counts; amounts of money have no daily norm, for bills come once a month. */
  void gaugeIn(MetricGroup group) {
    for (Measure measure : Measure.values()) {
      if (measure.feed() == Feed.USAGE) {
        group
            .addGroup("measure", measure.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .gauge(Counted.DOWN_REGIONS, () -> count(measure));
      }
    }
  }
}
