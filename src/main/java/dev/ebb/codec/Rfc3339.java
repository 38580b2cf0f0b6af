package dev.ebb.codec;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads RFC 3339 timestamps without allocating; fractions beyond milliseconds are cut off. */
final class Rfc3339 {
  /** What is returned for a text that is no timestamp. */
  static final long MALFORMED = Long.MIN_VALUE;

  private static final int SHORTEST = "2026-01-01T00:00:00Z".length();
  private static final int TIME_END = SHORTEST - 1;

  private Rfc3339() {}

  static long parse(String text) {
    return parse(text.toCharArray(), 0, text.length());
  }

  static long parse(char[] text, int offset, int length) {
    if (length < SHORTEST || !isShaped(text, offset)) {
      return MALFORMED;
    }
    int end = offset + length;
    int at = offset + TIME_END;
    int millis = 0;
    if (text[at] == '.') {
      int scale = 100;
      int first = ++at;
      for (; at < end && isDigit(text[at]); at++, scale /= 10) {
        millis += scale * (text[at] - '0');
      }
      if (at == first) {
        return MALFORMED;
      }
    }
    long offsetSeconds = offsetSeconds(text, at, end);
    long seconds = localSeconds(text, offset);
    return offsetSeconds == MALFORMED || seconds == MALFORMED
        ? MALFORMED
        : (seconds - offsetSeconds) * 1000 + millis;
  }

  private static boolean isShaped(char[] text, int offset) {
    char between = text[offset + 10];
    return text[offset + 4] == '-'
        && text[offset + 7] == '-'
        && (between == 'T' || between == 't' || between == ' ')
        && text[offset + 13] == ':'
        && text[offset + 16] == ':';
  }

  private static long localSeconds(char[] text, int offset) {
    int year = two(text, offset) * 100 + two(text, offset + 2);
    int month = two(text, offset + 5);
    int day = two(text, offset + 8);
    int hour = two(text, offset + 11);
    int minute = two(text, offset + 14);
    int second = two(text, offset + 17);
    // A leap second counts as the second after it.
    boolean inRange =
        year >= 0 && in(hour, 23) && in(minute, 59) && in(second, minute == 59 ? 60 : 59);
    if (!inRange) {
      return MALFORMED;
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return days * 86_400 + hour * 3_600L + minute * 60L + second;
    } catch (DateTimeException noSuchDay) {
      return MALFORMED;
    }
  }

  private static long offsetSeconds(char[] text, int at, int end) {
    if (at == end - 1 && (text[at] == 'Z' || text[at] == 'z')) {
      return 0;
    }
    if (at != end - 6 || text[at + 3] != ':' || (text[at] != '+' && text[at] != '-')) {
      return MALFORMED;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    if (!in(hours, 23) || !in(minutes, 59)) {
      return MALFORMED;
    }
    long seconds = hours * 3_600L + minutes * 60L;
    return text[at] == '-' ? -seconds : seconds;
  }

  private static int two(char[] text, int at) {
    return isDigit(text[at]) && isDigit(text[at + 1])
        ? (text[at] - '0') * 10 + text[at + 1] - '0'
        : -10_000;
  }

  private static boolean in(int number, int most) {
    return number >= 0 && number <= most;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
