package dev.ebb.ledger;

import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The closed days of one customer, as deep as the settings say, the days ahead that period records
 * already cover, 13 calendar months and the people of 56 days. Packed it takes at most about 2,000
 * bytes for 91 busy days.
 */
public final class Ring implements History {

  private static final int FEEDS = 2;
  static final int AHEAD = 32;

  int depth;
  int lastDay;
  boolean corrected;
  int lastActiveDay = Today.NEVER;
  int lastTopupDay = Today.NEVER;
  final int[] firstDay = {Today.NEVER, Today.NEVER};
  final Spread[] grain = {Spread.NONE, Spread.NONE};
  final Tiles tiles;
  final Months months;
  final Circle circle;
  private byte[] sealed;

  /** An empty ring whose next day to close is the one after {@code lastDay}. */
  Ring(int depth, int lastDay) {
    this(
        depth,
        lastDay,
        new Tiles(lastDay - depth + 1, depth + AHEAD),
        new Months(Days.monthOf(lastDay)),
        new Circle());
  }

  Ring(int depth, int lastDay, Tiles tiles, Months months, Circle circle) {
    this.depth = depth;
    this.lastDay = lastDay;
    this.tiles = tiles;
    this.months = months;
    this.circle = circle;
  }

  /** The packed ring, or an empty one; its depth may have changed with the settings. */
  static Ring open(byte[] packed, int depth, int lastDay) {
    if (packed == null) {
      return new Ring(depth, lastDay);
    }
    Ring ring = unpack(packed);
    ring.depth = depth;
    ring.lastDay = lastDay;
    return ring;
  }

  /** Closes the next day with its open tile, which may be null, and what the feeds now are. */
  void close(Tile tile, Today today) {
    lastDay++;
    int month = Days.monthOf(lastDay);
    months.advanceTo(month);
    circle.advanceTo(lastDay);
    if (tile != null) {
      tiles.close(lastDay, tile);
    }
    if (tile != null && tile.company() != null) {
      circle.add(lastDay, tile.company());
    }
    for (Measure measure : Measure.values()) {
      months.add(month, measure, tiles.sum(lastDay, measure));
    }
    for (int feed = 0; feed < FEEDS; feed++) {
      closeFeed(Feed.values()[feed], tile, today, month);
    }
    lastActiveDay = tiles.has(lastDay, Tiles.ACTIVE) ? lastDay : lastActiveDay;
    lastTopupDay = tiles.has(lastDay, Tiles.TOPPED_UP) ? lastDay : lastTopupDay;
  }

  private void closeFeed(Feed feed, Tile tile, Today today, int month) {
    int first = today.firstDay(feed);
    firstDay[feed.ordinal()] = first <= lastDay ? first : Today.NEVER;
    grain[feed.ordinal()] = today.grain(feed);
    boolean isThere = first != Today.NEVER && first <= lastDay;
    if (isThere && today.grain(feed) == Spread.NONE || tile != null && tile.isCovered(feed)) {
      tiles.mark(lastDay, feed.ordinal());
    }
    if (tiles.has(lastDay, feed.ordinal())) {
      months.addKnownDay(month, feed.ordinal());
    }
  }

  /** Adds to a day, closed or ahead. */
  void add(int day, Measure measure, long amount) {
    tiles.add(day, measure, amount);
    if (day <= lastDay) {
      months.add(Days.monthOf(day), measure, amount);
    }
  }

  /** Notes that a feed covers a day, closed or ahead. */
  void cover(int day, Feed feed) {
    if (tiles.mark(day, feed.ordinal()) && day <= lastDay) {
      months.addKnownDay(Days.monthOf(day), feed.ordinal());
    }
  }

  /** Notes an own action on a day, closed or ahead. */
  void act(int day) {
    tiles.mark(day, Tiles.ACTIVE);
    if (day <= lastDay) {
      lastActiveDay = Math.max(lastActiveDay, day);
    }
  }

  /** Notes a top-up on a day, closed or ahead. */
  void topUp(int day) {
    tiles.mark(day, Tiles.TOPPED_UP);
    if (day <= lastDay) {
      lastTopupDay = Math.max(lastTopupDay, day);
    }
  }

  /** Notes where the customer was on a closed day. */
  void locate(int day, boolean atHome) {
    tiles.mark(day, atHome ? Tiles.AT_HOME : Tiles.ELSEWHERE);
  }

  /** Notes that the customer has talked with somebody on a closed day. */
  void meet(int day, long identity) {
    circle.add(day, identity);
    circle.advanceTo(lastDay);
  }

  /** Whether nothing has been added to this measure on a day, closed or ahead. */
  boolean isUntouched(int day, Measure measure) {
    return tiles.sum(day, measure) == 0;
  }

  /** Notes that closed days have changed. */
  void correct() {
    corrected = true;
  }

  /** Whether closed days have changed since this was last asked. */
  boolean takeCorrected() {
    boolean was = corrected;
    corrected = false;
    return was;
  }

  /** The ring as bytes, the format's version first. */
  public byte[] pack() {
    return sealed == null ? RingFormat.pack(this) : sealed;
  }

  /** The same of a ring to which nothing will be added: packed once, for state and for Watch. */
  byte[] seal() {
    sealed = RingFormat.pack(this);
    return sealed;
  }

  /**
   * Reads a packed ring.
   *
   * @throws IllegalStateException for a format version that this release does not know
   */
  public static Ring unpack(byte[] packed) {
    return RingFormat.unpack(packed);
  }

  /** The last day with any sign of life; the last day where none is kept. */
  int lastLife() {
    return tiles.lastLife(lastDay, firstDay[0] == Today.NEVER);
  }

  @Override
  public History untilLastLife() {
    int last = lastLife();
    if (last == lastDay) {
      return this;
    }
    Ring then = new Ring(depth, last, tiles, months, circle);
    then.lastActiveDay = lastActiveDay;
    then.lastTopupDay = lastTopupDay;
    for (int feed = 0; feed < FEEDS; feed++) {
      then.firstDay[feed] = firstDay[feed];
      then.grain[feed] = grain[feed];
    }
    return then;
  }

  private boolean isClosed(int day) {
    return day <= lastDay && day > lastDay - depth;
  }

  private static Integer orNull(int day) {
    return day == Today.NEVER ? null : day;
  }

  @Override
  public int lastDay() {
    return lastDay;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public Spread grain(Feed feed) {
    return feed.ordinal() < FEEDS ? grain[feed.ordinal()] : Spread.NONE;
  }

  @Override
  public Integer firstDay(Feed feed) {
    return feed.ordinal() < FEEDS ? orNull(firstDay[feed.ordinal()]) : null;
  }

  @Override
  public boolean isKnown(Feed feed, int day) {
    return feed.ordinal() < FEEDS && isClosed(day) && tiles.has(day, feed.ordinal());
  }

  @Override
  public int knownDays(Feed feed, int fromDay, int toDay) {
    return feed.ordinal() < FEEDS ? tiles.count(oldest(fromDay), newest(toDay), feed.ordinal()) : 0;
  }

  @Override
  public long value(Measure measure, int day) {
    return isClosed(day) ? tiles.sum(day, measure) : 0;
  }

  @Override
  public long sum(Measure measure, int fromDay, int toDay) {
    return tiles.sum(oldest(fromDay), newest(toDay), measure);
  }

  @Override
  public boolean isActive(int day) {
    return isClosed(day) && tiles.has(day, Tiles.ACTIVE);
  }

  @Override
  public int activeDays(int fromDay, int toDay) {
    return tiles.count(oldest(fromDay), newest(toDay), Tiles.ACTIVE);
  }

  @Override
  public Integer lastActiveDay() {
    return orNull(lastActiveDay);
  }

  @Override
  public Integer lastTopupDay() {
    return orNull(lastTopupDay);
  }

  @Override
  public int daysAway(int fromDay, int toDay) {
    int days = 0;
    for (int day = oldest(fromDay); day <= newest(toDay); day++) {
      days += tiles.has(day, Tiles.ELSEWHERE) && !tiles.has(day, Tiles.AT_HOME) ? 1 : 0;
    }
    return days;
  }

  @Override
  public int daysAtHome(int fromDay, int toDay) {
    return tiles.count(oldest(fromDay), newest(toDay), Tiles.AT_HOME);
  }

  @Override
  public double people(int fromDay, int toDay) {
    return circle.count(fromDay, newest(toDay));
  }

  @Override
  public LongStream acquaintances() {
    return circle.candidates();
  }

  @Override
  public List<Closeness> closest() {
    return circle.closest();
  }

  @Override
  public long month(Measure measure, int month) {
    return months.sum(month, measure);
  }

  @Override
  public int monthKnownDays(Feed feed, int month) {
    return months.knownDays(month, feed);
  }

  private int oldest(int fromDay) {
    return Math.max(fromDay, lastDay - depth + 1);
  }

  private int newest(int toDay) {
    return Math.min(toDay, lastDay);
  }
}
