package dev.ebb.desk.api;

import dev.ebb.desk.store.PageCursor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A page of a list by time.
 *
 * @param next where the next one begins, or null
 */
record Page<T>(List<T> rows, String next) {

  /** What the query asks for: one row more than that is read, to see whether there is more. */
  static <T> Page<T> of(
      Query query, BiFunction<PageCursor, Integer, List<T>> read, Function<T, PageCursor> cursor) {
    int limit = query.limit();
    List<T> rows = read.apply(query.after(PageCursor::parse), limit + 1);
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> shown = rows.subList(0, limit);
    return new Page<>(shown, cursor.apply(shown.get(limit - 1)).toString());
  }
}
