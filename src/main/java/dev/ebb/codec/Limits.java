package dev.ebb.codec;

import java.time.Instant;

/** Bounds of what a record may hold. */
public final class Limits {
  /** Bytes of a record. */
  public static final int RECORD_BYTES = 1 << 20;

  /** Characters of a customer id, an event id and another party's number. */
  public static final int ID = 128;

  /** Characters of any other text. */
  public static final int TEXT = 256;

  /** Entries of a list or map. */
  public static final int ENTRIES = 64;

  /**
   * Amount of one event. Twenty of the largest events on each of 400 days still add up in a long.
   */
  public static final long AMOUNT = 1_000_000_000_000_000L;

  /** How long after an outcome its case may come back, in milliseconds: 180 days. */
  static final long LONGEST_DELAY = 180 * 86_400_000L;

  /** An earlier time is a mistake, often seconds read as milliseconds. */
  static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

  /** A time from here on is a mistake, often microseconds read as milliseconds. */
  static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

  private Limits() {}
}
