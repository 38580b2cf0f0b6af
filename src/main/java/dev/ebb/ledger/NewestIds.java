package dev.ebb.ledger;

import java.util.Arrays;

/**
 * The fingerprints of a customer's latest ids, kept beside what every event reads anyway, so that
 * the remembered ids are appended to once for many events.
 */
final class NewestIds {

  /**
   * More than the 20 ids of a busy customer's day, so that the day costs one append. Half of it
   * would save some 30 bytes of each write and cost a second append, which is dearer.
   */
  static final int MOST = 32;

  private final long[] fingerprints = new long[MOST];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return size == MOST;
  }

  void add(long fingerprint) {
    fingerprints[size++] = fingerprint;
  }

  boolean has(long fingerprint) {
    for (int i = 0; i < size; i++) {
      if (fingerprints[i] == fingerprint) {
        return true;
      }
    }
    return false;
  }

  /** Hands them over and starts again from nothing. */
  long[] take() {
    long[] taken = Arrays.copyOf(fingerprints, size);
    size = 0;
    return taken;
  }

  void pack(PackedWriter writer) {
    writer.varint(size);
    for (int i = 0; i < size; i++) {
      writer.fixed(fingerprints[i]);
    }
  }

  void unpack(PackedReader reader) {
    size = reader.varintInt();
    for (int i = 0; i < size; i++) {
      fingerprints[i] = reader.fixed();
    }
  }
}
