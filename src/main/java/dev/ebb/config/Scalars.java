package dev.ebb.config;

import java.time.Duration;

/** Texts read as values; null, or a NumberFormatException, where the text is no such value. */
final class Scalars {

  private Scalars() {}

  static Boolean flag(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  static Double finite(String text) {
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : null;
  }

  static Duration duration(String text) {
    return DurationText.parse(text).orElse(null);
  }

  static Integer days(String text) {
    return DurationText.parse(text)
        .filter(d -> d.toMillis() % Duration.ofDays(1).toMillis() == 0)
        .filter(d -> d.toDays() <= Integer.MAX_VALUE)
        .map(d -> (int) d.toDays())
        .orElse(null);
  }
}
