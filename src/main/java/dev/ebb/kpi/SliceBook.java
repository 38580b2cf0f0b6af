package dev.ebb.kpi;

import dev.ebb.ledger.Days;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps the counts of one slice by day, and tells each day once it is over, again when late facts
 * have changed it or a day before it. Facts from further back than {@link #DAYS} count from then
 * on, but days that were told are not told again for them.
 */
public final class SliceBook {

  /** So many days can be told again. */
  public static final int DAYS = 35;

  /** A day that is told again needs its whole month. */
  private static final int DAYS_KEPT = DAYS + 31;

  private static final int VERSION = 1;
  private static final String WHAT = "slice book";

  private static final class Day {
    Counts counts = new Counts();
    int revision;
  }

  private final TreeMap<Integer, Day> days = new TreeMap<>();

  /** All counts of days before those kept. */
  private Counts before = new Counts();

  /** The first day that is kept by itself. */
  private int keptFrom = Integer.MIN_VALUE;

  private int toldTo = Integer.MIN_VALUE;
  private int changedFrom = Integer.MAX_VALUE;

  /** Adds what happened on a day. */
  public void add(int day, Counts counts) {
    if (day < keptFrom) {
      before.add(counts);
      return;
    }
    days.computeIfAbsent(day, key -> new Day()).counts.add(counts);
    if (day > (long) toldTo - DAYS) {
      changedFrom = Math.min(changedFrom, day);
    }
  }

  /** Whether a day that was told has changed since. */
  public boolean hasNews() {
    return changedFrom <= toldTo;
  }

  /** The first day that has not been told, epoch day. */
  public int nextDay() {
    return toldTo == Integer.MIN_VALUE ? days.firstKey() : toldTo + 1;
  }

  /** The last day with a count of its own, epoch day. */
  public int lastDay() {
    return days.isEmpty() ? toldTo : days.lastKey();
  }

  /** Whether there is nobody and nothing left to tell of, day by day. */
  public boolean isIdle() {
    Counts total = new Counts().add(before);
    days.values().forEach(day -> total.add(day.counts));
    return total.sumOf("stage/") == 0;
  }

  /** Tells all days up to this one that are new or have changed, in order. */
  public List<SliceDay> tell(int lastOver) {
    int from = Math.min(changedFrom, nextDay());
    List<SliceDay> told = new ArrayList<>();
    if (from > lastOver) {
      return told;
    }
    Counts total = new Counts().add(before);
    days.headMap(from).values().forEach(day -> total.add(day.counts));
    for (int day = from; day <= lastOver; day++) {
      Day own = days.computeIfAbsent(day, key -> new Day());
      total.add(own.counts);
      own.revision++;
      told.add(slice(day, own, new Counts().add(total)));
    }
    toldTo = Math.max(toldTo, lastOver);
    changedFrom = Integer.MAX_VALUE;
    forget(toldTo - DAYS_KEPT);
    return told;
  }

  private SliceDay slice(int day, Day own, Counts total) {
    int monthStart = Days.firstDayOfMonth(Days.monthOf(day));
    Counts month = new Counts();
    days.subMap(monthStart, true, day, true).values().forEach(one -> month.add(one.counts));
    Counts atStart = new Counts().add(before);
    days.headMap(monthStart).values().forEach(one -> atStart.add(one.counts));
    Counts today = new Counts().add(own.counts);
    return new SliceDay(day, own.revision, today, month, total, atStart);
  }

  private void forget(int to) {
    var old = days.headMap(to, true);
    old.values().forEach(day -> before.add(day.counts));
    old.clear();
    keptFrom = Math.max(keptFrom, to + 1);
  }

  /** The book as bytes, the format's version first. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter().raw(VERSION);
    out.zigzag(keptFrom).zigzag(toldTo).zigzag(changedFrom).varint(days.size());
    before.pack(out);
    days.forEach(
        (number, day) -> {
          out.zigzag(number).varint(day.revision);
          day.counts.pack(out);
        });
    return out.toBytes();
  }

  /** Reads a packed book. */
  public static SliceBook unpack(byte[] packed) {
    PackedReader in = new PackedReader(packed).version(WHAT, VERSION);
    SliceBook book = new SliceBook();
    book.keptFrom = in.zigzagInt();
    book.toldTo = in.zigzagInt();
    book.changedFrom = in.zigzagInt();
    int left = in.varintInt();
    book.before = Counts.unpack(in);
    for (; left > 0; left--) {
      Day day = new Day();
      book.days.put(in.zigzagInt(), day);
      day.revision = in.varintInt();
      day.counts = Counts.unpack(in);
    }
    return book;
  }
}
