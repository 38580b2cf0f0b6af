package dev.ebb.ledger;

import dev.ebb.event.Feed;
import java.util.Arrays;

/** Sums and known days of the newest 13 calendar months; months are proleptic. */
final class Months {

  static final int COUNT = 13;
  private static final int FEEDS = 2;

  private int newest;
  private final long[][] sums = new long[Measure.COUNT][COUNT];
  private final int[][] known = new int[FEEDS][COUNT];

  Months(int newest) {
    this.newest = newest;
  }

  /** Makes a month the newest, dropping those 13 and more months older. */
  void advanceTo(int month) {
    for (int next = Math.max(newest + 1, month - COUNT + 1); next <= month; next++) {
      for (long[] values : sums) {
        values[slot(next)] = 0;
      }
      for (int[] counts : known) {
        counts[slot(next)] = 0;
      }
    }
    newest = Math.max(newest, month);
  }

  void add(int month, Measure measure, long amount) {
    if (holds(month)) {
      sums[measure.ordinal()][slot(month)] += amount;
    }
  }

  void addKnownDay(int month, int feed) {
    if (holds(month)) {
      known[feed][slot(month)]++;
    }
  }

  long sum(int month, Measure measure) {
    return holds(month) ? sums[measure.ordinal()][slot(month)] : 0;
  }

  int knownDays(int month, Feed feed) {
    return holds(month) && feed.ordinal() < FEEDS ? known[feed.ordinal()][slot(month)] : 0;
  }

  void pack(PackedWriter writer) {
    writer.zigzag(newest);
    for (int[] counts : known) {
      Tiles.packSums(
          writer, Arrays.stream(counts).asLongStream().toArray(), 0, COUNT, Measure.VOICE_OUT);
    }
    for (Measure measure : Measure.values()) {
      Tiles.packSums(writer, sums[measure.ordinal()], 0, COUNT, measure);
    }
  }

  static Months unpack(PackedReader reader) {
    Months months = new Months(reader.zigzagInt());
    for (int[] counts : months.known) {
      long[] read = new long[COUNT];
      Tiles.unpackSums(reader, read, 0, COUNT, Measure.VOICE_OUT);
      Arrays.setAll(counts, i -> (int) read[i]);
    }
    for (Measure measure : Measure.values()) {
      Tiles.unpackSums(reader, months.sums[measure.ordinal()], 0, COUNT, measure);
    }
    return months;
  }

  private boolean holds(int month) {
    return month <= newest && month > newest - COUNT;
  }

  private static int slot(int month) {
    return Math.floorMod(month, COUNT);
  }
}
