package dev.ebb.desk.store;

import java.time.DateTimeException;
import java.time.Instant;

/** Where a page of the queue ends and the next one begins; as text it fits into an address. */
public record QueueCursor(double priority, Instant actBy, String alertId) {

  /** Behind this case. */
  public static QueueCursor after(CaseCard card) {
    return new QueueCursor(card.priority(), card.actBy(), card.alertId());
  }

  @Override
  public String toString() {
    return priority + "~" + actBy + "~" + alertId;
  }

  /** Reads what {@link #toString} wrote; null if the text is none. */
  public static QueueCursor parse(String text) {
    String[] parts = text.split("~", 3);
    try {
      return parts.length < 3
          ? null
          : new QueueCursor(Double.parseDouble(parts[0]), Instant.parse(parts[1]), parts[2]);
    } catch (NumberFormatException | DateTimeException malformed) {
      return null;
    }
  }
}
