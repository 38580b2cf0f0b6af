package dev.ebb.retention;

import dev.ebb.risk.Band;

/** The case that is open, as it was last sent. */
final class OpenCase {
  final String alertId;

  /** Event time of the first message, epoch milliseconds. */
  final long openedAt;

  /** Event time of the last message, epoch milliseconds. */
  long saidAt;

  int revision;

  /** {@link CaseState#OPEN}, {@link CaseState#RAISED} or {@link CaseState#WITHHELD}. */
  CaseState state;

  /** Null: contactable. */
  Withheld withheld;

  /** When it became contactable, else when it was opened; deadlines do not run before. */
  long runsFrom;

  /** Deadline for the first attempt, epoch milliseconds. */
  long actBy;

  /** The highest so far. */
  Band band;

  /** Whether the act-by has passed and was announced. */
  boolean overdue;

  OpenCase(String alertId, long openedAt) {
    this.alertId = alertId;
    this.openedAt = openedAt;
    this.runsFrom = openedAt;
  }

  boolean isContactable() {
    return withheld == null;
  }
}
