package dev.ebb.desk.screen;

import dev.ebb.desk.store.Entry;
import dev.ebb.event.Outcome.Kind;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * Reads what an agent has tapped: {@code kind~reason~time~asked}, the time perhaps in a field
 * apart.
 */
final class Outcomes {
  private static final String APART = "when";
  private static final int PARTS = 4;

  private Outcomes() {}

  static Entry read(Context request, Screen screen) {
    String[] parts = String.valueOf(request.formParam("outcome")).split("~", PARTS);
    String note = request.formParam("note");
    try {
      return new Entry(
          kind(parts[0]),
          part(parts, 1),
          part(parts, 2) == null ? null : time(parts[2], request, screen),
          note == null || note.isBlank() ? null : note.strip(),
          part(parts, 3));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new BadRequestResponse(malformed.getMessage());
    }
  }

  private static String part(String[] parts, int place) {
    return parts.length > place && !parts[place].isEmpty() ? parts[place] : null;
  }

  private static Kind kind(String label) {
    for (Kind kind : Kind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no such outcome: " + label);
  }

  private static Instant time(String text, Context request, Screen screen) {
    return text.equals(APART)
        ? screen
            .words(request)
            .moment(LocalDateTime.parse(String.valueOf(request.formParam(APART))))
        : Instant.parse(text);
  }
}
