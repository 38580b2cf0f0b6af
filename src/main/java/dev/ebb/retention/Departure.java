package dev.ebb.retention;

import dev.ebb.event.Profile;
import dev.ebb.retention.Exit.KnownBy;

/**
 * How a customer is known to be gone.
 *
 * @param day the day from which on they are gone, epoch day
 * @param at when that became known, epoch milliseconds
 * @param told what the database of the departed has been told
 */
record Departure(Kind kind, int day, long at, ExitCause cause, KnownBy knownBy, Told told) {

  /** How the database of the departed stands. The order is part of the state format. */
  enum Told {
    NOTHING,
    ALL,
    /** Whom not to call back has changed since. */
    OUTDATED
  }

  /** What was seen. The order is part of the state format. */
  enum Kind {
    /** The profile says so. */
    LEFT("left"),
    CANCELLED("cancelled"),
    PORTED_OUT("ported-out"),
    /** Nothing was done for too long. */
    SILENT("silent");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word on the wire. */
    String label() {
      return label;
    }
  }

  /** One of which nothing has been told. */
  Departure(Kind kind, int day, long at, ExitCause cause, KnownBy knownBy) {
    this(kind, day, at, cause, knownBy, Told.NOTHING);
  }

  /** Whether there is an entry in the database of the departed. */
  boolean isEntered() {
    return told != Told.NOTHING;
  }

  /** The same, all of which the database of the departed knows. */
  Departure asTold() {
    return new Departure(kind, day, at, cause, knownBy, Told.ALL);
  }

  /** The same after a stop has begun: an entry that there is must be told again. */
  Departure stopped() {
    return isEntered() ? new Departure(kind, day, at, cause, knownBy, Told.OUTDATED) : this;
  }

  /** Whether an own action on this day shows that the customer is back. */
  boolean isDisprovedBy(int activeDay) {
    return kind == Kind.SILENT && activeDay > day;
  }

  /** Whether the newest profile, which does not say that the customer left, shows them here. */
  boolean isDisprovedBy(Profile profile) {
    return switch (kind) {
      case LEFT -> true;
      case CANCELLED, PORTED_OUT ->
          profile != null && profile.status() == Profile.Status.ACTIVE && profile.at() > at;
      case SILENT -> false;
    };
  }
}
