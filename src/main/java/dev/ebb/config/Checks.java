package dev.ebb.config;

import java.time.Duration;

/** Checks of settings made in code; messages name the setting, the bound and the value met. */
final class Checks {

  private Checks() {}

  static void range(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s must be %d to %d but was %d".formatted(name, min, max, value));
    }
  }

  static void range(String name, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "%s must be %s to %s but was %s"
              .formatted(
                  name,
                  DurationText.print(min),
                  DurationText.print(max),
                  DurationText.print(value)));
    }
  }

  static void filled(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }
}
