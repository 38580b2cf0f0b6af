package dev.ebb.retention;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How often a customer may be troubled: attempts count, whether or not they reach anybody.
 *
 * @param contacts at most, 0 to 20; 0 sets no bound
 * @param within this time, 1 h to 365 d
 */
public record ContactCap(int contacts, Duration within) implements Serializable {

  private static final int MOST = 20;
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  /** No bound. */
  public static final ContactCap NONE = new ContactCap(0, Duration.ofDays(30));

  public ContactCap {
    if (contacts < 0 || contacts > MOST) {
      throw new IllegalArgumentException("contacts must be 0 to 20 but was " + contacts);
    }
    if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("within must be 1 h to 365 d but was " + within);
    }
  }

  /** From when one more contact is allowed after these, oldest first; epoch milliseconds. */
  long freeAt(List<Long> past) {
    return contacts == 0 || past.size() < contacts
        ? Long.MIN_VALUE
        : past.get(past.size() - contacts) + within.toMillis();
  }

  /** Notes a contact among the past ones, of which only those that may matter are kept. */
  void note(List<Long> past, long at) {
    past.add(at);
    past.sort(null);
    while (past.size() > contacts) {
      past.remove(0);
    }
  }
}
