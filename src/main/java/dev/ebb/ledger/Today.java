package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * The hot value of one customer: read and written with every event, so it is kept small. Days are
 * epoch days, {@link #NEVER} where there is none.
 */
final class Today {

  static final int NEVER = Integer.MIN_VALUE;
  static final long NOT_ERASED = Long.MIN_VALUE;

  /** How far a customer's ledger has come. The order is part of the state format. */
  enum Phase {
    /** It is not known yet which day is open: no watermark has come since the first profile. */
    PENDING,
    /** A day is open, none was closed yet. */
    FRESH,
    /** Days are being closed. */
    RUNNING,
    /** Nothing is left but the marker of an erasure. */
    ERASED
  }

  /** Since version 2 the newest ids are in it. */
  private static final int VERSION = 2;

  /** Of a busy customer's open day, without the newest ids. */
  private static final int USUAL_BYTES = 128;

  private static final Phase[] PHASES = Phase.values();
  private static final Spread[] SPREADS = Spread.values();

  final IdFilter ids = new IdFilter();
  Phase phase = Phase.PENDING;
  int nextClose;
  long erasedAt = NOT_ERASED;
  int activatedOn = NEVER;
  int lastEventDay = NEVER;
  int lastOwnDay = NEVER;
  String region;
  private final int[] firstDay = {NEVER, NEVER};
  private final Spread[] grain = {Spread.NONE, Spread.NONE};
  private final List<Tile> tiles = new ArrayList<>(2);

  /** Whether an open day is known. */
  boolean isOpen() {
    return phase == Phase.FRESH || phase == Phase.RUNNING;
  }

  /** Whether nothing is known of the customer: never met, or erased. */
  boolean isNobodys() {
    return phase == Phase.ERASED
        || phase == Phase.PENDING && lastEventDay == NEVER && activatedOn == NEVER;
  }

  /** Opens a day, or an earlier one while none was closed. */
  void open(int day) {
    phase = Phase.FRESH;
    nextClose = day;
  }

  /** Whether a usage or spend event has ever come. */
  boolean hasTraffic() {
    return firstDay[0] != NEVER || firstDay[1] != NEVER;
  }

  /** The first day of any usage or spend event; {@link #NEVER} without one. */
  int firstTrafficDay() {
    return firstDay[0] == NEVER || firstDay[1] == NEVER
        ? Math.max(firstDay[0], firstDay[1])
        : Math.min(firstDay[0], firstDay[1]);
  }

  int firstDay(Feed feed) {
    return firstDay[feed.ordinal()];
  }

  Spread grain(Feed feed) {
    return grain[feed.ordinal()];
  }

  /** Notes when the customer and the feed were there, and how the feed's records come. */
  void saw(Event event, Period period) {
    int feed = event.kind().feed().ordinal();
    firstDay[feed] =
        firstDay[feed] == NEVER ? period.firstDay() : Math.min(firstDay[feed], period.firstDay());
    grain[feed] = event.spread();
    lastEventDay = Math.max(lastEventDay, period.lastDay());
    if (period.isOwnAction()) {
      lastOwnDay = Math.max(lastOwnDay, period.lastDay());
    }
  }

  /** Whether anything kept belongs to someone who had the number before this activation. */
  boolean isOfOwnerBefore(int activation) {
    return activatedOn != NEVER || isBefore(0, activation) || isBefore(1, activation);
  }

  /** What stays when the number passes to a new customer. */
  Today recycled() {
    Today next = new Today();
    next.phase = phase;
    next.nextClose = nextClose;
    next.erasedAt = erasedAt;
    return next;
  }

  /** The open tile of a day, made if there is none. */
  Tile tile(int day) {
    for (Tile tile : tiles) {
      if (tile.day == day) {
        return tile;
      }
    }
    Tile tile = new Tile(day);
    tiles.add(tile);
    return tile;
  }

  /** Removes and returns the open tile of a day, or null. */
  Tile takeTile(int day) {
    for (int i = 0; i < tiles.size(); i++) {
      if (tiles.get(i).day == day) {
        return tiles.remove(i);
      }
    }
    return null;
  }

  byte[] pack() {
    PackedWriter writer = new PackedWriter(USUAL_BYTES + ids.newestBytes());
    writer.raw(VERSION).varint(header()).zigzag(nextClose);
    if (erasedAt != NOT_ERASED) {
      writer.zigzag(erasedAt);
    }
    packDay(writer, activatedOn);
    packDay(writer, lastEventDay);
    packDay(writer, lastOwnDay);
    packDay(writer, firstDay[0]);
    packDay(writer, firstDay[1]);
    writer.string(region);
    ids.pack(writer, nextClose);
    writer.varint(tiles.size());
    for (Tile tile : tiles) {
      tile.pack(writer, nextClose);
    }
    return writer.toBytes();
  }

  static Today unpack(byte[] packed) {
    PackedReader reader = new PackedReader(packed);
    int version = reader.version("today", 1, VERSION);
    Today today = new Today();
    int header = reader.varintInt();
    today.phase = PHASES[header & 3];
    today.grain[0] = SPREADS[header >> 2 & 3];
    today.grain[1] = SPREADS[header >> 4 & 3];
    today.nextClose = reader.zigzagInt();
    if ((header >> 8 & 1) != 0) {
      today.erasedAt = reader.zigzag();
    }
    today.activatedOn = today.unpackDay(reader, header >> 9 & 1);
    today.lastEventDay = today.unpackDay(reader, header >> 10 & 1);
    today.lastOwnDay = today.unpackDay(reader, header >> 11 & 1);
    today.firstDay[0] = today.unpackDay(reader, header >> 12 & 1);
    today.firstDay[1] = today.unpackDay(reader, header >> 13 & 1);
    today.region = reader.string();
    today.ids.unpack(reader, version, header >> 6 & 3, (header >> 14 & 1) != 0, today.nextClose);
    for (int left = reader.varintInt(); left > 0; left--) {
      today.tiles.add(Tile.unpack(reader, today.nextClose));
    }
    return today;
  }

  private boolean isBefore(int feed, int activation) {
    return firstDay[feed] != NEVER && Days.lastDay(grain[feed], firstDay[feed]) < activation;
  }

  private int header() {
    return phase.ordinal()
        | grain[0].ordinal() << 2
        | grain[1].ordinal() << 4
        | ids.mask() << 6
        | (erasedAt == NOT_ERASED ? 0 : 1) << 8
        | present(activatedOn) << 9
        | present(lastEventDay) << 10
        | present(lastOwnDay) << 11
        | present(firstDay[0]) << 12
        | present(firstDay[1]) << 13
        | (ids.hasAhead() ? 1 : 0) << 14;
  }

  private static int present(int day) {
    return day == NEVER ? 0 : 1;
  }

  private void packDay(PackedWriter writer, int day) {
    if (day != NEVER) {
      writer.zigzag((long) nextClose - day);
    }
  }

  private int unpackDay(PackedReader reader, int present) {
    return present == 0 ? NEVER : Math.toIntExact(nextClose - reader.zigzag());
  }
}
