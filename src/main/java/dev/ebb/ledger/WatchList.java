package dev.ebb.ledger;

import dev.ebb.event.PhoneNumber;
import java.util.Collection;

/**
 * Numbers and prefixes that are watched for, such as those of competitors. A look-up costs one step
 * in a flat table for each digit of the number that may still be a prefix, however long the list.
 */
public final class WatchList {

  /** Watches for nobody. */
  public static final WatchList EMPTY = new WatchList(0);

  private static final int LEAST_ROOM = 16;
  private static final long FREE = 0;

  /** Open addressing, at most half full; prefixes as numbers, whole numbers negated. */
  private final long[] table;

  private long shortestPrefix = Long.MAX_VALUE;
  private long longestPrefix;
  private int size;

  private WatchList(int entries) {
    table = new long[Math.max(LEAST_ROOM, Integer.highestOneBit(Math.max(1, entries)) * 4)];
  }

  /**
   * A list of entries, each the digits of a number, perhaps behind a plus, or of a prefix before a
   * star: {@code 10086}, {@code +861300*}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static WatchList of(Collection<String> entries) {
    WatchList list = new WatchList(entries.size());
    entries.forEach(list::add);
    return list;
  }

  /** Number of different entries. */
  public int size() {
    return size;
  }

  /** Whether this peer is on the list, by its number or one of its prefixes. */
  public boolean holds(long peer) {
    if (size == 0 || !PhoneNumber.isNumber(peer)) {
      return false;
    }
    if (contains(-peer)) {
      return true;
    }
    long prefix = peer;
    while (prefix > longestPrefix) {
      prefix = PhoneNumber.shortened(prefix);
    }
    for (; prefix >= shortestPrefix; prefix = PhoneNumber.shortened(prefix)) {
      if (contains(prefix)) {
        return true;
      }
    }
    return false;
  }

  private void add(String entry) {
    boolean isPrefix = entry.endsWith("*");
    long number = PhoneNumber.of(isPrefix ? entry.substring(0, entry.length() - 1) : entry);
    if (number == 0) {
      throw new IllegalArgumentException(
          "entry must be 1 to %d digits, perhaps behind a + or before a *, but was %s"
              .formatted(PhoneNumber.LONGEST, entry));
    }
    if (isPrefix) {
      shortestPrefix = Math.min(shortestPrefix, number);
      longestPrefix = Math.max(longestPrefix, number);
    }
    long key = isPrefix ? number : -number;
    int slot = slotOf(key);
    size += table[slot] == FREE ? 1 : 0;
    table[slot] = key;
  }

  private boolean contains(long key) {
    return table[slotOf(key)] == key;
  }

  private int slotOf(long key) {
    int slot = (int) CloseTimes.mix(key) & table.length - 1;
    while (table[slot] != key && table[slot] != FREE) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }
}
