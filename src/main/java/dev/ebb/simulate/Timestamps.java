package dev.ebb.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** RFC 3339 in the operator's zone, to the second. Remembers the date of the last day asked for. */
final class Timestamps {

  private static final int DAY_SECONDS = 86_400;

  private final ZoneId zone;
  private long day = Long.MIN_VALUE;
  private String date;

  Timestamps(ZoneId zone) {
    this.zone = zone;
  }

  String of(long epochMillis) {
    ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochMilli(epochMillis));
    long local = Math.floorDiv(epochMillis, 1_000) + offset.getTotalSeconds();
    long localDay = Math.floorDiv(local, DAY_SECONDS);
    if (localDay != day) {
      day = localDay;
      date = LocalDate.ofEpochDay(localDay).toString();
    }
    int second = Math.floorMod(local, DAY_SECONDS);
    StringBuilder text = new StringBuilder(25).append(date).append('T');
    twoDigits(text, second / 3600).append(':');
    twoDigits(text, second / 60 % 60).append(':');
    return twoDigits(text, second % 60).append(offset.getId()).toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
