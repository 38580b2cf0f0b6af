package dev.ebb.codec;

import dev.ebb.event.RejectReason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Holds bytes to strict UTF-8: no overlong forms, no surrogates, nothing cut off. */
final class Utf8 {
  private static final int CHUNK = 1024;

  private Utf8() {}

  static void check(String field, byte[] bytes) throws Refusal {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        checkFrom(field, bytes, i);
        return;
      }
    }
  }

  static String text(String field, byte[] bytes) throws Refusal {
    check(field, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Refuses texts that no UTF-8 can carry (halves of escaped surrogates) and control characters.
   */
  static String checkText(String field, String text) throws Refusal {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        throw Refusal.wrong(field, "free of control characters", text);
      }
      if (Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          throw new Refusal(RejectReason.INVALID_UTF8, field + " has half a surrogate pair");
        }
        i++;
      }
    }
    return text;
  }

  private static void checkFrom(String field, byte[] bytes, int from) throws Refusal {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw new Refusal(
          RejectReason.INVALID_UTF8, field + " is not UTF-8 at byte " + in.position());
    }
  }
}
