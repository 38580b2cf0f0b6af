package dev.ebb.desk.store;

import java.util.UUID;

/** Gives out ids that nobody else has. */
@FunctionalInterface
public interface Ids {
  /** Another one. */
  String next();

  /** Random UUIDs. */
  static Ids random() {
    return () -> UUID.randomUUID().toString();
  }
}
