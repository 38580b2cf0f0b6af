package dev.ebb.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Hot values of customers on the heap, between the ledger and their books: most events neither read
 * nor write the book, nor unpack or pack anything. What is not yet written is written by {@link
 * #flush}, which must come before each snapshot of the books. Not safe for concurrent use.
 *
 * <p>Traffic goes round by customers rather than staying with a few, so nobody is driven out for
 * whoever comes next: each would be gone before the next event. Who comes while there is room
 * stays, and of those the first to change stay unwritten; a change of anyone else is written at
 * once.
 */
public final class Bundle {

  private final BundleSettings settings;
  private final Map<String, Held> held = new HashMap<>();

  /** The customer whose event or close is at work; null if there was no room. */
  private Held current;

  private int unwritten;
  private long hits;

  public Bundle(BundleSettings settings) {
    this.settings = settings;
  }

  /** The customer's hot value, or null; what follows is about this customer. */
  Today today(String customerId, CustomerBook book) {
    current = held.get(customerId);
    if (current != null) {
      hits++;
      current.met = true;
      return current.today;
    }
    byte[] packed = book.today();
    Today today = packed == null ? null : Today.unpack(packed);
    if (held.size() < settings.held()) {
      current = new Held(today);
      held.put(customerId, current);
    }
    return today;
  }

  /** Keeps the current customer's hot value. */
  void save(Today today, CustomerBook book) {
    if (current != null) {
      current.today = today;
    }
    if (current == null || !current.unwritten && unwritten >= settings.unwritten()) {
      book.today(today.pack());
    } else if (!current.unwritten) {
      current.unwritten = true;
      unwritten++;
    }
  }

  /** Removes all state of the current customer. */
  void clear(CustomerBook book) {
    if (current != null) {
      unwritten -= current.unwritten ? 1 : 0;
      current.unwritten = false;
      current.today = null;
    }
    book.clear();
  }

  /**
   * Writes what is not yet written. If there is no room left, those leave who had no event and no
   * close since the flush before.
   *
   * @param writer takes a customer and the packed hot value
   */
  public void flush(BiConsumer<String, byte[]> writer) {
    boolean full = held.size() >= settings.held();
    held.entrySet()
        .removeIf(
            entry -> {
              Held value = entry.getValue();
              if (value.unwritten) {
                writer.accept(entry.getKey(), value.today.pack());
              }
              boolean idle = !value.met;
              value.unwritten = false;
              value.met = false;
              return full && idle;
            });
    unwritten = 0;
    current = null;
  }

  /** How many customers are held. */
  public int held() {
    return held.size();
  }

  /** How many of them have a value that is not yet written. */
  public int unwritten() {
    return unwritten;
  }

  /** How often a value was held when it was asked for. */
  public long hits() {
    return hits;
  }

  private static final class Held {
    Today today;
    boolean unwritten;
    boolean met = true;

    Held(Today today) {
      this.today = today;
    }
  }
}
