package dev.ebb.ledger;

import java.util.Arrays;
import java.util.BitSet;

/** Day tiles from a first day on, growing at both ends: sums and one bit for each kind of mark. */
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
  private final BitSet[] marks = new BitSet[MARKS];

  Tiles(int firstDay, int days) {
    base = firstDay;
    length = days;
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      sums[measure] = new long[days];
    }
    for (int mark = 0; mark < MARKS; mark++) {
      marks[mark] = new BitSet(days);
    }
  }

  void add(int day, Measure measure, long amount) {
    int index = reach(day); // first: it may put wider arrays in place
    sums[measure.ordinal()][index] += amount;
  }

  /** Sets a mark; true if it was not set. */
  boolean mark(int day, int mark) {
    int index = reach(day);
    boolean isNew = !marks[mark].get(index);
    marks[mark].set(index);
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
    return holds(day) && marks[mark].get(day - base);
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
    int index = marks[mark].nextSetBit(Math.max(fromDay - base, 0));
    while (index >= 0 && index <= toDay - base) {
      count++;
      index = marks[mark].nextSetBit(index + 1);
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
    for (BitSet mark : marks) {
      writer.bytes(mark.get(from, to).toByteArray());
    }
    for (Measure measure : Measure.values()) {
      packSums(writer, Arrays.copyOfRange(sums[measure.ordinal()], from, to), measure);
    }
  }

  static Tiles unpack(PackedReader reader, int countedFrom, int days) {
    int first = Math.toIntExact(countedFrom + reader.zigzag());
    int stored = reader.varintInt();
    int from = Math.min(first, countedFrom);
    int to = Math.max(countedFrom + days, first + stored);
    Tiles tiles = new Tiles(from, to - from);
    int offset = first - from;
    for (int mark = 0; mark < MARKS; mark++) {
      BitSet bits = BitSet.valueOf(reader.bytes());
      for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
        tiles.marks[mark].set(offset + bit);
      }
    }
    for (Measure measure : Measure.values()) {
      unpackSums(reader, tiles.sums[measure.ordinal()], offset, stored, measure);
    }
    return tiles;
  }

  /** A run of zeros is a zero and its length less one; only spend can be negative. */
  static void packSums(PackedWriter writer, long[] values, Measure measure) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        pack(writer, values[i], measure);
        continue;
      }
      int run = i;
      while (run + 1 < values.length && values[run + 1] == 0) {
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
    for (BitSet mark : marks) {
      if (mark.get(index)) {
        return false;
      }
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
    for (int mark = 0; before > 0 && mark < MARKS; mark++) {
      BitSet moved = new BitSet();
      marks[mark].stream().forEach(bit -> moved.set(bit + before));
      marks[mark] = moved;
    }
    base -= before;
    length += before + after;
  }
}
