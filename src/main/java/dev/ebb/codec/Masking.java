package dev.ebb.codec;

/** Shows customer ids so that a person cannot be told from a log. */
public final class Masking {
  private Masking() {}

  /** The first two and the last two characters; nothing at all of a short id. */
  public static String masked(String id) {
    return id.length() < 8 ? "***" : id.substring(0, 2) + "***" + id.substring(id.length() - 2);
  }
}
