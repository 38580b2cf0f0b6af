package dev.ebb.signal;

import dev.ebb.event.Profile;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.ledger.RegionIndex;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a detector looks at: one customer at the close of one day, or at a later instant at which
 * something was said. What several detectors ask for is found out once.
 */
public final class Subject {

  private static final double HOUR_MILLIS = 3_600_000;

  private final DayClosed closed;
  private final Profile profile;
  private final BaseIndex index;
  private final ZoneId zone;
  private final int watchedSince;
  private final CareLog care;
  private final long at;
  private final Snapshot snapshot;
  private final RegionIndex regionIndex;
  private final boolean hasLeft;
  private final Map<Comparison.Windows, Optional<Comparison>> comparisons = new HashMap<>();

  /**
   * One customer at one instant.
   *
   * @param profile the newest profile, or null if none has arrived
   * @param zone the operator's zone, in which days are cut
   * @param watchedSince the first day on which this customer was judged, epoch day
   * @param care what was last said and done
   * @param at the instant of judging, epoch milliseconds; nothing in {@code care} lies behind it
   * @param snapshot the oldest cohort that the customer was fixed in, or null
   */
  public Subject(
      DayClosed closed,
      Profile profile,
      BaseIndex index,
      ZoneId zone,
      int watchedSince,
      CareLog care,
      long at,
      Snapshot snapshot) {
    this.closed = closed;
    this.profile = profile;
    this.index = index;
    this.zone = zone;
    this.watchedSince = watchedSince;
    this.care = care;
    this.at = at;
    this.snapshot = snapshot;
    this.regionIndex = index.in(region());
    this.hasLeft =
        (profile != null && profile.status() == Profile.Status.LEFT)
            || care.tellsOfDeparture(profile);
  }

  /** The close that is judged. */
  public DayClosed closed() {
    return closed;
  }

  /** The newest profile, or null. */
  public Profile profile() {
    return profile;
  }

  /** What is known of all customers together. */
  public BaseIndex index() {
    return index;
  }

  /** How the days of the customer's region compare with what is usual. */
  RegionIndex regionIndex() {
    return regionIndex;
  }

  /** The operator's zone. */
  public ZoneId zone() {
    return zone;
  }

  /** The first day on which this customer was judged, epoch day. */
  public int watchedSince() {
    return watchedSince;
  }

  /** What was last said and done. */
  public CareLog care() {
    return care;
  }

  /** The instant of judging, epoch milliseconds. */
  public long at() {
    return at;
  }

  /** The oldest cohort that the customer was fixed in, or null. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** The judged day. */
  public int day() {
    return closed.day();
  }

  /** The customer's closed days up to the judged one. */
  public History history() {
    return closed.history();
  }

  /** The customer's region, or null; the newest profile knows best. */
  public String region() {
    return profile == null || profile.region() == null ? closed.region() : profile.region();
  }

  /** Whether the profile or a care event says that the customer is no longer one. */
  public boolean hasLeft() {
    return hasLeft;
  }

  /** A window against the days before it; null where too little is known to compare. */
  Comparison comparison(Measure measure, int windowDays, int baselineDays) {
    return comparisons
        .computeIfAbsent(
            new Comparison.Windows(measure, windowDays, baselineDays),
            windows -> Optional.ofNullable(Comparison.of(this, windows)))
        .orElse(null);
  }

  /** The calendar day of an instant, epoch day. */
  int dayOf(long instant) {
    return (int) Instant.ofEpochMilli(instant).atZone(zone).toLocalDate().toEpochDay();
  }

  /** Hours from an instant to the judging. */
  double hoursSince(long instant) {
    return (at - instant) / HOUR_MILLIS;
  }
}
