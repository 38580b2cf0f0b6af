package dev.ebb.ledger;

/**
 * Which ids have been seen, in the two latest generations: the newest themselves, and of those in
 * the book a Bloom filter of 128 bits for each generation, which never says no to one of them.
 */
final class IdFilter {

  private static final long HOUR_MILLIS = 3_600_000;

  /** Of the present generation; the book does not have them yet. */
  private final NewestIds newest = new NewestIds();

  private final long[] low = new long[2];
  private final long[] high = new long[2];

  /** Hours from the epoch to the newest id of each generation that came from ahead; 0: none. */
  private final long[] aheadUntil = new long[2];

  private long generation;
  private int present;

  /** Where the present generation is kept, 0 or 1. */
  int present() {
    return present;
  }

  boolean isEmpty() {
    return newest.isEmpty() && isEmpty(0) && isEmpty(1);
  }

  /**
   * Moves on to a generation: the present one becomes the one before, whatever lay between, with
   * all its ids in the book, and the one before is forgotten, here and there. An older generation
   * changes nothing.
   *
   * @param expired epoch milliseconds; while the one before holds an id from ahead of this, nothing
   *     moves: its duplicate may be still to come
   */
  void turnTo(long newGeneration, long expired, CustomerBook book) {
    if (isEmpty()) {
      generation = newGeneration;
    }
    int before = 1 - present;
    if (newGeneration > generation && aheadUntil[before] * HOUR_MILLIS <= expired) {
      forget(before, book);
      append(book);
      present = before;
      generation = newGeneration;
    }
  }

  /** Whether this fingerprint is among the newest, which are not in the book. */
  boolean isNew(long fingerprint) {
    return newest.has(fingerprint);
  }

  /** Whether the slot of the book may hold this fingerprint. */
  boolean maybe(int slot, long fingerprint) {
    if (isEmpty(slot)) {
      return false;
    }
    long hash = CloseTimes.mix(fingerprint);
    long lowMask = lowMask(hash);
    long highMask = highMask(hash);
    return (low[slot] & lowMask) == lowMask && (high[slot] & highMask) == highMask;
  }

  /** Adds a fingerprint to the present generation; the book gets it together with others. */
  void add(long fingerprint, CustomerBook book) {
    newest.add(fingerprint);
    if (newest.isFull()) {
      append(book);
    }
  }

  private void append(CustomerBook book) {
    if (newest.isEmpty()) {
      return;
    }
    long[] fingerprints = newest.take();
    for (long fingerprint : fingerprints) {
      long hash = CloseTimes.mix(fingerprint);
      low[present] |= lowMask(hash);
      high[present] |= highMask(hash);
    }
    book.remember(present, fingerprints);
  }

  /** Notes that an id of the present generation is of an event ahead of the watermark. */
  void ahead(long at) {
    aheadUntil[present] = Math.max(aheadUntil[present], at / HOUR_MILLIS + 1);
  }

  /** Whether any id is of an event that was ahead. */
  boolean hasAhead() {
    return (aheadUntil[0] | aheadUntil[1]) != 0;
  }

  /** Which slots of the book hold anything, one bit each. */
  int mask() {
    return (isEmpty(0) ? 0 : 1) | (isEmpty(1) ? 0 : 2);
  }

  /** How many bytes the newest take when packed. */
  int newestBytes() {
    return newest.packedBytes();
  }

  void pack(PackedWriter writer, long base) {
    writer.zigzag(2 * (generation - base) + present);
    for (int slot = 0; slot < 2; slot++) {
      if (!isEmpty(slot)) {
        writer.fixed(low[slot]).fixed(high[slot]);
      }
    }
    if (hasAhead()) {
      writer.varint(aheadUntil[0]).varint(aheadUntil[1]);
    }
    newest.pack(writer);
  }

  /** The first version of the format had all ids in the book. */
  void unpack(PackedReader reader, int version, int mask, boolean ahead, long base) {
    long packed = reader.zigzag();
    generation = (packed >> 1) + base;
    present = (int) (packed & 1);
    for (int slot = 0; slot < 2; slot++) {
      if ((mask & 1 << slot) != 0) {
        low[slot] = reader.fixed();
        high[slot] = reader.fixed();
      }
    }
    if (ahead) {
      aheadUntil[0] = reader.varint();
      aheadUntil[1] = reader.varint();
    }
    if (version > 1) {
      newest.unpack(reader);
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
      aheadUntil[slot] = 0;
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
