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

  private static final int ROOM_FOR_MORE = 8;

  private long[] fingerprints = {};
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return size >= MOST;
  }

  void add(long fingerprint) {
    if (size == fingerprints.length) {
      fingerprints = Arrays.copyOf(fingerprints, size + ROOM_FOR_MORE);
    }
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
    fingerprints = new long[0];
    size = 0;
    return taken;
  }

  /** How many bytes they take at most when packed. */
  int packedBytes() {
    return 1 + size * Long.BYTES;
  }

  void pack(PackedWriter writer) {
    writer.varint(size);
    for (int i = 0; i < size; i++) {
      writer.fixed(fingerprints[i]);
    }
  }

  void unpack(PackedReader reader) {
    size = reader.varintInt();
    fingerprints = new long[size + 1];
    for (int i = 0; i < size; i++) {
      fingerprints[i] = reader.fixed();
    }
  }
}
