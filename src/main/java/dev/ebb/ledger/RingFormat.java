package dev.ebb.ledger;

import dev.ebb.event.Spread;

/** Packs a {@link Ring}. A change of the layout needs a new version beside the old one. */
final class RingFormat {

  private static final int VERSION = 1;
  private static final Spread[] SPREADS = Spread.values();

  private RingFormat() {}

  static byte[] pack(Ring ring) {
    PackedWriter writer = new PackedWriter().raw(VERSION).varint(header(ring)).varint(ring.depth);
    writer.zigzag(ring.lastDay);
    packDay(writer, ring.lastDay, ring.lastActiveDay);
    packDay(writer, ring.lastDay, ring.lastTopupDay);
    packDay(writer, ring.lastDay, ring.firstDay[0]);
    packDay(writer, ring.lastDay, ring.firstDay[1]);
    ring.months.pack(writer);
    ring.tiles.pack(writer, ring.lastLife() - ring.depth + 1, ring.lastDay - ring.depth + 1);
    ring.circle.pack(writer, ring.lastDay);
    return writer.toBytes();
  }

  static Ring unpack(byte[] packed) {
    PackedReader reader = new PackedReader(packed).version("ring", VERSION);
    int header = reader.varintInt();
    int depth = reader.varintInt();
    int lastDay = reader.zigzagInt();
    int active = unpackDay(reader, lastDay, header >> 5 & 1);
    int topup = unpackDay(reader, lastDay, header >> 6 & 1);
    int firstUsage = unpackDay(reader, lastDay, header >> 7 & 1);
    int firstSpend = unpackDay(reader, lastDay, header >> 8 & 1);
    Months months = Months.unpack(reader);
    Tiles tiles = Tiles.unpack(reader, lastDay - depth + 1, depth + Ring.AHEAD);
    Circle circle = Circle.unpack(reader, lastDay);
    Ring ring = new Ring(depth, lastDay, tiles, months, circle);
    ring.corrected = (header & 1) != 0;
    ring.grain[0] = SPREADS[header >> 1 & 3];
    ring.grain[1] = SPREADS[header >> 3 & 3];
    ring.lastActiveDay = active;
    ring.lastTopupDay = topup;
    ring.firstDay[0] = firstUsage;
    ring.firstDay[1] = firstSpend;
    return ring;
  }

  @SuppressWarnings("EnumOrdinal") // the order is part of the state format
  private static int header(Ring ring) {
    return (ring.corrected ? 1 : 0)
        | ring.grain[0].ordinal() << 1
        | ring.grain[1].ordinal() << 3
        | present(ring.lastActiveDay) << 5
        | present(ring.lastTopupDay) << 6
        | present(ring.firstDay[0]) << 7
        | present(ring.firstDay[1]) << 8;
  }

  private static int present(int day) {
    return day == Today.NEVER ? 0 : 1;
  }

  private static void packDay(PackedWriter writer, int lastDay, int day) {
    if (day != Today.NEVER) {
      writer.zigzag((long) lastDay - day);
    }
  }

  private static int unpackDay(PackedReader reader, int lastDay, int present) {
    return present == 0 ? Today.NEVER : Math.toIntExact(lastDay - reader.zigzag());
  }
}
