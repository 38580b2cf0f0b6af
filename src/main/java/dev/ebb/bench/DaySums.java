package dev.ebb.bench;

import java.nio.ByteBuffer;

/** One customer's outgoing seconds by day, for 36 days, and the day of the last own action. */
final class DaySums {
  private static final int DAYS = Fallen.ALL_DAYS + 1;
  private static final int HEADER_BYTES = 13;
  private static final int NONE = Integer.MIN_VALUE;

  private final int[] seconds = new int[DAYS];
  private int lastDay = NONE;
  private int firstDay = NONE;
  private int lastOwnDay = NONE;

  void add(int day, long outgoingSeconds, boolean own) {
    if (lastDay == NONE) {
      firstDay = day;
      lastDay = day;
    }
    for (; lastDay < day; lastDay++) {
      seconds[slot(lastDay + 1)] = 0;
    }
    if (day > lastDay - DAYS) {
      seconds[slot(day)] += (int) outgoingSeconds;
    }
    lastOwnDay = own ? Math.max(lastOwnDay, day) : lastOwnDay;
  }

  /** Whether the 7 days up to this one have fallen against the 28 before. */
  boolean hasFallen(int closedDay) {
    if (firstDay > closedDay - Fallen.ALL_DAYS + 1) {
      return false;
    }
    return Fallen.isFall(
        sum(closedDay - Fallen.WINDOW_DAYS + 1, closedDay),
        sum(closedDay - Fallen.ALL_DAYS + 1, closedDay - Fallen.WINDOW_DAYS));
  }

  boolean isSilent(int closedDay) {
    return lastOwnDay != NONE && closedDay - lastOwnDay >= Fallen.SILENT_DAYS;
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int day = Math.max(from, lastDay - DAYS + 1); day <= Math.min(to, lastDay); day++) {
      sum += seconds[slot(day)];
    }
    return sum;
  }

  private static int slot(int day) {
    return Math.floorMod(day, DAYS);
  }

  /** Only days since the first one. */
  byte[] pack() {
    int days = Math.min(DAYS, lastDay - firstDay + 1);
    ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + days * Integer.BYTES);
    packed.put((byte) days).putInt(firstDay).putInt(lastDay).putInt(lastOwnDay);
    for (int day = lastDay - days + 1; day <= lastDay; day++) {
      packed.putInt(seconds[slot(day)]);
    }
    return packed.array();
  }

  static DaySums unpack(byte[] bytes) {
    ByteBuffer packed = ByteBuffer.wrap(bytes);
    int days = packed.get();
    DaySums sums = new DaySums();
    sums.firstDay = packed.getInt();
    sums.lastDay = packed.getInt();
    sums.lastOwnDay = packed.getInt();
    for (int day = sums.lastDay - days + 1; day <= sums.lastDay; day++) {
      sums.seconds[slot(day)] = packed.getInt();
    }
    return sums;
  }
}
