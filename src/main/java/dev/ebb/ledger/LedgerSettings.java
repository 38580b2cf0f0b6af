package dev.ebb.ledger;

import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How the ledger cuts and closes days.
 *
 * @param zone the operator's zone
 * @param closeGrace from a day's end to its first possible close, 0 s to 20 h
 * @param closeSpread closes are spread over this time by the customer's hash, 0 s to 20 h
 * @param ringDays depth of the ring in days, 35 to 800
 * @param dedupWindow how long an event's id is remembered, 1 h to 7 d
 * @param endOfLifeDays days without events until everything is dropped, 92 to 4,000 and more than
 *     {@code ringDays}
 * @param returnAfterDays an own action after this many days without one is announced, 1 to 91
 * @param watchList numbers whose contact is announced
 * @param bundle how much each task keeps on the heap
 */
public record LedgerSettings(
    ZoneId zone,
    Duration closeGrace,
    Duration closeSpread,
    int ringDays,
    Duration dedupWindow,
    int endOfLifeDays,
    int returnAfterDays,
    WatchListSource watchList,
    BundleSettings bundle)
    implements Serializable {

  public LedgerSettings {
    require("closeGrace", closeGrace, Duration.ZERO, Duration.ofHours(20));
    require("closeSpread", closeSpread, Duration.ZERO, Duration.ofHours(20));
    require("ringDays", ringDays, 35, 800);
    require("dedupWindow", dedupWindow, Duration.ofHours(1), Duration.ofDays(7));
    require("endOfLifeDays", endOfLifeDays, Math.max(92, ringDays + 1), 4_000);
    require("returnAfterDays", returnAfterDays, 1, 91);
  }

  private static <T extends Comparable<T>> void require(String field, T value, T min, T max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          field + " must be " + min + " to " + max + " but was " + value);
    }
  }

  /** The shipped defaults for a zone. */
  public static LedgerSettings defaults(ZoneId zone) {
    return new LedgerSettings(
        zone,
        Duration.ofHours(2),
        Duration.ofHours(2),
        91,
        Duration.ofHours(24),
        400,
        7,
        WatchListSource.EXAMPLE,
        BundleSettings.DEFAULT);
  }

  /** The same in another zone. */
  public LedgerSettings withZone(ZoneId newZone) {
    return new LedgerSettings(
        newZone,
        closeGrace,
        closeSpread,
        ringDays,
        dedupWindow,
        endOfLifeDays,
        returnAfterDays,
        watchList,
        bundle);
  }

  /** The same with days closed after another grace, over another time. */
  public LedgerSettings withClose(Duration newGrace, Duration newSpread) {
    return new LedgerSettings(
        zone,
        newGrace,
        newSpread,
        ringDays,
        dedupWindow,
        endOfLifeDays,
        returnAfterDays,
        watchList,
        bundle);
  }

  /** The same with so much on the heap. */
  public LedgerSettings withBundle(BundleSettings newBundle) {
    return new LedgerSettings(
        zone,
        closeGrace,
        closeSpread,
        ringDays,
        dedupWindow,
        endOfLifeDays,
        returnAfterDays,
        watchList,
        newBundle);
  }
}
