package dev.ebb.simulate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Spoils the JSON of a usage or spend record. */
final class Breakage {

  private static final String[] NEEDED = {"customerId", "at", "kind", "amount"};

  private Breakage() {}

  /**
   * The spoilt bytes.
   *
   * @param which settles which of the needed fields is missing
   */
  static byte[] of(byte[] whole, BrokenKind kind, int which) {
    String text = new String(whole, StandardCharsets.UTF_8);
    return switch (kind) {
      case NOT_JSON -> Arrays.copyOf(whole, whole.length * 2 / 3);
      case MISSING_FIELD -> bytes(without(text, NEEDED[which % NEEDED.length]));
      case NEGATIVE -> bytes(text.replace("\"amount\":", "\"amount\":-"));
      case UNKNOWN_KIND -> bytes(text.replaceFirst("\"kind\":\"[^\"]*", "\"kind\":\"semaphore"));
      case INVALID_UTF8 -> notUtf8(text);
      case FUTURE -> whole;
    };
  }

  private static String without(String text, String field) {
    return text.replace("\"" + field + "\":", "\"former-" + field + "\":");
  }

  private static byte[] notUtf8(String text) {
    byte[] bytes = bytes(text);
    int id = text.indexOf("\"customerId\":\"") + "\"customerId\":\"".length();
    bytes[id] = (byte) 0xc3;
    bytes[id + 1] = (byte) 0x28;
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
