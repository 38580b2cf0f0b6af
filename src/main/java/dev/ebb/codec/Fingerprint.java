package dev.ebb.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

/** 64-bit hashes of texts within a scope: the first half of 128-bit Murmur3. Never 0. */
final class Fingerprint {
  private static final int SEED = 0;

  private final int scopeLength;
  private byte[] buffer;
  private int length;

  Fingerprint(String scope) {
    byte[] prefix = (scope + '\0').getBytes(StandardCharsets.UTF_8);
    scopeLength = prefix.length;
    length = scopeLength;
    buffer = Arrays.copyOf(prefix, 512);
  }

  long of(String text) {
    return begin().add(text).end();
  }

  Fingerprint begin() {
    length = scopeLength;
    return this;
  }

  Fingerprint add(String text) {
    reserve(3 * text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return addEncoded(text.substring(i));
      }
      buffer[length++] = (byte) c;
    }
    return this;
  }

  /** Adds a text so that no other split of the same characters hashes alike. */
  Fingerprint addPart(String text) {
    return add(text.length() + ":").add(text);
  }

  long end() {
    long hash = MurmurHash3.hash128x64(buffer, 0, length, SEED)[0];
    return hash == 0 ? 1 : hash;
  }

  private Fingerprint addEncoded(String rest) {
    byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  private void reserve(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * (length + more));
    }
  }
}
