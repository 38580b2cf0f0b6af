package dev.ebb.ledger;

import dev.ebb.event.Feed;

/** What is known of one open day: sums, and which of them were touched at all. */
final class Tile {

  private static final int ACTIVE = 1 << Measure.COUNT;
  private static final int TOPPED_UP = ACTIVE << 1;
  private static final int COVERED = ACTIVE << 2;
  private static final int AT_HOME = ACTIVE << 4;
  private static final int ELSEWHERE = ACTIVE << 5;
  private static final int IN_COMPANY = ACTIVE << 6;

  final int day;
  private final long[] sums = new long[Measure.COUNT];
  private int marks;
  private Company company;

  Tile(int day) {
    this.day = day;
  }

  /** Adds an amount; true if the measure had not been touched before. */
  boolean add(Measure measure, long amount) {
    int mark = 1 << measure.ordinal();
    boolean first = (marks & mark) == 0;
    marks |= mark;
    sums[measure.ordinal()] += amount;
    return first;
  }

  void act() {
    marks |= ACTIVE;
  }

  void topUp() {
    marks |= TOPPED_UP;
  }

  /** A record of this whole day has come. */
  void cover(Feed feed) {
    marks |= COVERED << feed.ordinal();
  }

  /** The customer was in their home region, or was not. */
  void locate(boolean atHome) {
    marks |= atHome ? AT_HOME : ELSEWHERE;
  }

  /** The customer has talked with somebody. */
  void meet(long identity) {
    marks |= IN_COMPANY;
    company = company == null ? new Company(day) : company;
    company.meet(identity);
  }

  /** Whom the customer has talked with, or null. */
  Company company() {
    return company;
  }

  boolean isAtHome() {
    return (marks & AT_HOME) != 0;
  }

  boolean isElsewhere() {
    return (marks & ELSEWHERE) != 0;
  }

  long sum(Measure measure) {
    return sums[measure.ordinal()];
  }

  boolean isActive() {
    return (marks & ACTIVE) != 0;
  }

  boolean isToppedUp() {
    return (marks & TOPPED_UP) != 0;
  }

  boolean isCovered(Feed feed) {
    return (marks & COVERED << feed.ordinal()) != 0;
  }

  void pack(PackedWriter writer, int baseDay) {
    writer.zigzag(day - (long) baseDay).varint(marks);
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      if ((marks & 1 << measure) != 0) {
        writer.zigzag(sums[measure]);
      }
    }
    if (company != null) {
      company.pack(writer);
    }
  }

  static Tile unpack(PackedReader reader, int baseDay) {
    Tile tile = new Tile(Math.toIntExact(baseDay + reader.zigzag()));
    tile.marks = reader.varintInt();
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      if ((tile.marks & 1 << measure) != 0) {
        tile.sums[measure] = reader.zigzag();
      }
    }
    if ((tile.marks & IN_COMPANY) != 0) {
      tile.company = Company.unpack(reader, tile.day);
    }
    return tile;
  }
}
