package dev.ebb.signal;

import dev.ebb.event.Profile;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.History;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a detector looks at: one customer at the close of one day, or at a later instant at which
 * something was said.
 *
 * @param profile the newest profile, or null if none has arrived
 * @param zone the operator's zone, in which days are cut
 * @param watchedSince the first day on which this customer was judged, epoch day
 * @param care what was last said and done
 * @param at the instant of judging, epoch milliseconds; nothing in {@code care} lies behind it
 * @param snapshot the oldest cohort that the customer was fixed in, or null
 */
public record Subject(
    DayClosed closed,
    Profile profile,
    BaseIndex index,
    ZoneId zone,
    int watchedSince,
    CareLog care,
    long at,
    Snapshot snapshot) {

  private static final double HOUR_MILLIS = 3_600_000;

  /** A customer who is in no cohort. */
  public Subject(
      DayClosed closed,
      Profile profile,
      BaseIndex index,
      ZoneId zone,
      int watchedSince,
      CareLog care,
      long at) {
    this(closed, profile, index, zone, watchedSince, care, at, null);
  }

  /** The same customer, fixed in a cohort; null: in none. */
  public Subject fixedIn(Snapshot newSnapshot) {
    return new Subject(closed, profile, index, zone, watchedSince, care, at, newSnapshot);
  }

  /** A customer of whom no care event is known, at the close. */
  public Subject(
      DayClosed closed, Profile profile, BaseIndex index, ZoneId zone, int watchedSince) {
    this(closed, profile, index, zone, watchedSince, CareLog.EMPTY, closed.closedAt());
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
    return (profile != null && profile.status() == Profile.Status.LEFT)
        || care.tellsOfDeparture(profile);
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
