package dev.ebb.desk.store;

import java.time.DateTimeException;
import java.time.Instant;
import org.jdbi.v3.core.statement.Query;

/** Where a page of a list by time, newest first, ends and the next one begins. */
public record PageCursor(Instant at, String id) {

  @Override
  public String toString() {
    return at + "~" + id;
  }

  /** Reads what {@link #toString} wrote; null if the text is none. */
  public static PageCursor parse(String text) {
    String[] parts = text.split("~", 2);
    try {
      return parts.length < 2 ? null : new PageCursor(Instant.parse(parts[0]), parts[1]);
    } catch (DateTimeException malformed) {
      return null;
    }
  }

  /** The end of a condition and the order, for rows with such columns. */
  static String behind(String time, String id) {
    return """
         and (cast(:afterAt as timestamptz) is null or %1$s < :afterAt
          or (%1$s = :afterAt and %2$s > :afterId))
        order by %1$s desc, %2$s
        """
        .formatted(time, id);
  }

  static Query bound(Query query, PageCursor after) {
    return query
        .bind("afterAt", after == null ? null : after.at())
        .bind("afterId", after == null ? null : after.id());
  }
}
