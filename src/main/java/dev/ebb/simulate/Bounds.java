package dev.ebb.simulate;

import java.time.Duration;

/** Checks of settings: the message names the field, its bounds and the value met. */
final class Bounds {

  private Bounds() {}

  static void whole(String field, int value, int low, int high) {
    check(value >= low && value <= high, field, low, high, value);
  }

  static void share(String field, double value, double high) {
    number(field, value, 0, high);
  }

  static void number(String field, double value, double low, double high) {
    check(value >= low && value <= high, field, plain(low), plain(high), plain(value));
  }

  static void span(String field, Duration value, Duration low, Duration high) {
    check(
        value.compareTo(low) >= 0 && value.compareTo(high) <= 0,
        field,
        seconds(low),
        seconds(high),
        seconds(value));
  }

  private static void check(boolean holds, String field, Object low, Object high, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be %s to %s but was %s".formatted(field, low, high, value));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }
}
