package dev.ebb.signal;

import dev.ebb.event.Profile.AgreementKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Checks of detector parameters; messages name the parameter, the bound and the value met. */
final class Bounds {

  private Bounds() {}

  static void check(String name, long value, long min, long max, String unit) {
    if (value < min) {
      throw refused(name, "at least", min, value, unit);
    }
    if (value > max) {
      throw refused(name, "at most", max, value, unit);
    }
  }

  static void checkShare(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be above 0 and below 1 but was " + value);
    }
  }

  static void checkFactor(String name, double value) {
    if (!(value >= 1 && value <= 10)) {
      throw new IllegalArgumentException(
          name + " must be at least 1 and at most 10 but was " + value);
    }
  }

  static void checkDeviations(String name, double value) {
    if (!(value >= 0.5 && value <= 6)) {
      throw new IllegalArgumentException(
          name + " must be at least 0.5 and at most 6 but was " + value);
    }
  }

  static Set<AgreementKind> checkKinds(Set<AgreementKind> kinds) {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("agreements must name at least one kind");
    }
    return Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  private static IllegalArgumentException refused(
      String name, String side, long bound, long value, String unit) {
    return new IllegalArgumentException(
        "%s must be %s %d but was %d %s".formatted(name, side, bound, value, unit).strip());
  }
}
