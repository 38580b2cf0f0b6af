package dev.ebb.signal;

import dev.ebb.event.Profile;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.History;
import java.time.ZoneId;

/**
 * What a detector looks at: one customer at the close of one day.
 *
 * @param profile the newest profile, or null if none has arrived
 * @param zone the operator's zone, in which days are cut
 * @param watchedSince the first day on which this customer was judged, epoch day
 */
public record Subject(
    DayClosed closed, Profile profile, BaseIndex index, ZoneId zone, int watchedSince) {

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

  /** Whether the profile says that the customer is no longer one. */
  public boolean hasLeft() {
    return profile != null && profile.status() == Profile.Status.LEFT;
  }
}
