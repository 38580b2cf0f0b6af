package dev.ebb.codec;

import dev.ebb.event.RejectReason;

/** Bounds of numbers. */
final class Bounds {
  private Bounds() {}

  static long within(String field, long number, long most) throws Refusal {
    if (number < 0) {
      throw Refusal.of(RejectReason.NEGATIVE, field, "0 or more", Long.toString(number));
    }
    if (number > most) {
      throw Refusal.of(RejectReason.OVERFLOW, field, "at most " + most, Long.toString(number));
    }
    return number;
  }
}
