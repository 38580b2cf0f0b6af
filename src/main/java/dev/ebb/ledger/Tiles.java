package dev.ebb.ledger;

import java.util.Arrays;

/** Day tiles from a first day on, growing at both ends: sums and marks. */
final class Tiles {

  /**
   * What a day may be marked with: known for the feed of that ordinal, own action, top-up, place.
   */
  static final int ACTIVE = 2;

  static final int TOPPED_UP = 3;
  static final int AT_HOME = 4;
  static final int ELSEWHERE = 5;
  private static final int MARKS = 6;
  private static final int ROOM = 8;

  private int base;
  private int length;
  private final long[][] sums = new long[Measure.COUNT][];

  /** A bit for each kind of mark. */
  private byte[] marks;

  Tiles(int firstDay, int days) {
    base = firstDay;
    length = days;
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      sums[measure] = new long[days];
    }
    marks = new byte[days];
  }

  void add(int day, Measure measure, long amount) {
    int index = reach(day); // first: it may put wider arrays in place
    sums[measure.ordinal()][index] += amount;
  }

  /** Sets a mark; true if it was not set. */
  boolean mark(int day, int mark) {
    int index = reach(day);
    boolean isNew = (marks[index] >> mark & 1) == 0;
    marks[index] |= (byte) (1 << mark);
    return isNew;
  }

  /** Takes over what a day's open tile has gathered. */
  void close(int day, Tile tile) {
    for (Measure measure : Measure.values()) {
      add(day, measure, tile.sum(measure));
    }
    markWhere(tile.isActive(), day, ACTIVE);
    markWhere(tile.isToppedUp(), day, TOPPED_UP);
    markWhere(tile.isAtHome(), day, AT_HOME);
    markWhere(tile.isElsewhere(), day, ELSEWHERE);
  }

  private void markWhere(boolean isSo, int day, int mark) {
    if (isSo) {
      mark(day, mark);
    }
  }

  /**
   * The last day, up to one, with any sign of life; that one where none is kept.
   *
   * @param bySpend whether spend is a sign of life, as it is where there is no usage feed
   */
  int lastLife(int upToDay, boolean bySpend) {
    for (int day = upToDay; day >= base; day--) {
      if (isLively(day, bySpend)) {
        return day;
      }
    }
    return upToDay;
  }

  private boolean isLively(int day, boolean bySpend) {
    return has(day, ACTIVE)
        || sum(day, Measure.VOICE_IN) > 0
        || sum(day, Measure.SMS_IN) > 0
        || bySpend && sum(day, Measure.SPEND) > 0;
  }

  long sum(int day, Measure measure) {
    return holds(day) ? sums[measure.ordinal()][day - base] : 0;
  }

  boolean has(int day, int mark) {
    return holds(day) && (marks[day - base] >> mark & 1) != 0;
  }

  long sum(int fromDay, int toDay, Measure measure) {
    long[] values = sums[measure.ordinal()];
    long sum = 0;
    int to = Math.min(toDay - base, length - 1);
    for (int index = Math.max(fromDay - base, 0); index <= to; index++) {
      sum += values[index];
    }
    return sum;
  }

  int count(int fromDay, int toDay, int mark) {
    int count = 0;
    int to = Math.min(toDay - base, length - 1);
    for (int index = Math.max(fromDay - base, 0); index <= to; index++) {
      count += marks[index] >> mark & 1;
    }
    return count;
  }

  /**
   * Writes what lies at or after a day, from the first to the last day that holds anything.
   *
   * @param countedFrom day that the first one is told by
   */
  void pack(PackedWriter writer, int fromDay, int countedFrom) {
    int from = Math.max(fromDay - base, 0);
    while (from < length && isBlank(from)) {
      from++;
    }
    int to = length;
    while (to > from && isBlank(to - 1)) {
      to--;
    }
    writer.zigzag(base + (long) from - countedFrom).varint(to - from);
    for (int mark = 0; mark < MARKS; mark++) {
      writer.bytes(daysOf(mark, from, to));
    }
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      packSums(writer, sums[measure], from, to, Measure.at(measure));
    }
  }

  /** A bit for each day, up to the last one that is set. */
  private byte[] daysOf(int mark, int from, int to) {
    byte[] days = new byte[(to - from + 7) / 8];
    int used = 0;
    for (int index = from; index < to; index++) {
      int bit = marks[index] >> mark & 1;
      days[(index - from) / 8] |= (byte) (bit << (index - from) % 8);
      used = bit == 0 ? used : (index - from) / 8 + 1;
    }
    return Arrays.copyOf(days, used);
  }

  static Tiles unpack(PackedReader reader, int countedFrom, int days) {
    int first = Math.toIntExact(countedFrom + reader.zigzag());
    int stored = reader.varintInt();
    int from = Math.min(first, countedFrom);
    int to = Math.max(countedFrom + days, first + stored);
    Tiles tiles = new Tiles(from, to - from);
    int offset = first - from;
    for (int mark = 0; mark < MARKS; mark++) {
      byte[] marked = reader.bytes();
      for (int day = 0; day < Math.min(stored, 8 * marked.length); day++) {
        tiles.marks[offset + day] |= (byte) ((marked[day / 8] >> day % 8 & 1) << mark);
      }
    }
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      unpackSums(reader, tiles.sums[measure], offset, stored, Measure.at(measure));
    }
    return tiles;
  }

  /** A run of zeros is a zero and its length less one; only spend can be negative. */
  static void packSums(PackedWriter writer, long[] values, int from, int to, Measure measure) {
    for (int i = from; i < to; i++) {
      if (values[i] != 0) {
        pack(writer, values[i], measure);
        continue;
      }
      int run = i;
      while (run + 1 < to && values[run + 1] == 0) {
        run++;
      }
      writer.varint(0).varint(run - i);
      i = run;
    }
  }

  static void unpackSums(PackedReader reader, long[] into, int offset, int count, Measure measure) {
    for (int i = 0; i < count; i++) {
      long value = measure == Measure.SPEND ? reader.zigzag() : reader.varint();
      if (value == 0) {
        i += reader.varintInt();
      } else {
        into[offset + i] = value;
      }
    }
  }

  private static void pack(PackedWriter writer, long value, Measure measure) {
    if (measure == Measure.SPEND) {
      writer.zigzag(value);
    } else {
      writer.varint(value);
    }
  }

  private boolean isBlank(int index) {
    if (marks[index] != 0) {
      return false;
    }
    for (long[] values : sums) {
      if (values[index] != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(int day) {
    return day >= base && day < base + length;
  }

  private int reach(int day) {
    if (day < base) {
      grow(base - day, 0);
    } else if (day >= base + length) {
      grow(0, day - base - length + ROOM);
    }
    return day - base;
  }

  private void grow(int before, int after) {
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      long[] wider = new long[before + length + after];
      System.arraycopy(sums[measure], 0, wider, before, length);
      sums[measure] = wider;
    }
    byte[] more = new byte[before + length + after];
    System.arraycopy(marks, 0, more, before, length);
    marks = more;
    base -= before;
    length += before + after;
  }
}
