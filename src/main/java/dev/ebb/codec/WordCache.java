package dev.ebb.codec;

/** Keeps one String per often repeated word, so that reading it again allocates nothing. */
final class WordCache {
  private static final int SLOTS = 1024;

  private final String[] slots = new String[SLOTS];

  String get(char[] text, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
    String kept = slots[slot];
    if (kept == null || !isSame(kept, text, offset, length)) {
      kept = new String(text, offset, length);
      slots[slot] = kept;
    }
    return kept;
  }

  private static boolean isSame(String word, char[] text, int offset, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
