package dev.ebb.ledger;

/**
 * Whether an event's id may have been seen: a Bloom filter of 128 bits for each of the two latest
 * generations of ids. Never says no to an id that was added to them.
 */
final class IdFilter {

  private final long[] low = new long[2];
  private final long[] high = new long[2];
  private long generation;
  private int present;

  /** Where the present generation is kept, 0 or 1. */
  int present() {
    return present;
  }

  boolean isEmpty() {
    return isEmpty(0) && isEmpty(1);
  }

  /**
   * Moves on to a generation: the present one becomes the one before, whatever lay between, and the
   * one before is forgotten, here and in the book. An older generation changes nothing.
   */
  void turnTo(long newGeneration, CustomerBook book) {
    if (isEmpty()) {
      generation = newGeneration;
    }
    if (newGeneration > generation) {
      forget(1 - present, book);
      present = 1 - present;
      generation = newGeneration;
    }
  }

  /** Whether the slot may hold this fingerprint. */
  boolean maybe(int slot, long fingerprint) {
    if (isEmpty(slot)) {
      return false;
    }
    long hash = CloseTimes.mix(fingerprint);
    long lowMask = lowMask(hash);
    long highMask = highMask(hash);
    return (low[slot] & lowMask) == lowMask && (high[slot] & highMask) == highMask;
  }

  /** Adds a fingerprint to the present generation. */
  void add(long fingerprint) {
    long hash = CloseTimes.mix(fingerprint);
    low[present] |= lowMask(hash);
    high[present] |= highMask(hash);
  }

  /** Which slots hold anything, one bit each. */
  int mask() {
    return (isEmpty(0) ? 0 : 1) | (isEmpty(1) ? 0 : 2);
  }

  void pack(PackedWriter writer, long base) {
    writer.zigzag(2 * (generation - base) + present);
    for (int slot = 0; slot < 2; slot++) {
      if (!isEmpty(slot)) {
        writer.fixed(low[slot]).fixed(high[slot]);
      }
    }
  }

  void unpack(PackedReader reader, int mask, long base) {
    long packed = reader.zigzag();
    generation = (packed >> 1) + base;
    present = (int) (packed & 1);
    for (int slot = 0; slot < 2; slot++) {
      if ((mask & 1 << slot) != 0) {
        low[slot] = reader.fixed();
        high[slot] = reader.fixed();
      }
    }
  }

  private boolean isEmpty(int slot) {
    return (low[slot] | high[slot]) == 0;
  }

  private void forget(int slot, CustomerBook book) {
    if (!isEmpty(slot)) {
      book.forgetGeneration(slot);
      low[slot] = 0;
      high[slot] = 0;
    }
  }

  /** Two of the four bits lie in each half. */
  private static long lowMask(long hash) {
    return 1L << (hash & 63) | 1L << (hash >>> 6 & 63);
  }

  private static long highMask(long hash) {
    return 1L << (hash >>> 12 & 63) | 1L << (hash >>> 18 & 63);
  }
}
