package dev.ebb.desk.page;

/**
 * One thing to know before a call.
 *
 * @param label what it is about
 * @param text how it stands, and until when
 */
public record Check(Light light, String label, String text) {

  /** How it bears on calling. */
  public enum Light {
    /** Nothing stands in the way. */
    CLEAR,
    /** To be minded in the call. */
    MIND,
    /** Not yet. */
    WAIT,
    /** Not at all: the law or the customer forbids it. */
    STOP
  }
}
