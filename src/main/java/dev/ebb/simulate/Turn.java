package dev.ebb.simulate;

import dev.ebb.event.Care;
import java.util.Map;

/** A care event that belongs to a customer's story. Whatever comes after they left is dropped. */
record Turn(int day, int second, Care care) {

  static final int NOON = 12 * 3600;

  static Turn of(int day, int second, Care.Kind kind, Care.Source source) {
    return new Turn(day, second, new Care(kind, source, Map.of()));
  }

  static Turn of(
      int day, int second, Care.Kind kind, Care.Source source, String name, String value) {
    return new Turn(day, second, new Care(kind, source, Map.of(name, value)));
  }
}
