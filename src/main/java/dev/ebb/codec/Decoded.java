package dev.ebb.codec;

import dev.ebb.event.Event;

/** The outcome of decoding one record: exactly one of the two is set. */
public record Decoded(Event event, Rejected rejected) {

  public Decoded {
    if ((event == null) == (rejected == null)) {
      throw new IllegalArgumentException("exactly one of event and rejected must be set");
    }
  }

  /** A record that could be read. */
  public static Decoded of(Event event) {
    return new Decoded(event, null);
  }

  /** A record that could not. */
  public static Decoded of(Rejected rejected) {
    return new Decoded(null, rejected);
  }
}
