package dev.ebb.event;

/** The period that one record stands for, starting at the event's {@code at}. */
public enum Spread {
  /** The record is a single event at one instant. */
  NONE,
  /** The record sums up a calendar day. */
  DAY,
  /** The record sums up seven days. */
  WEEK,
  /** The record sums up a calendar month. */
  MONTH
}
