package dev.ebb.desk.screen;

import dev.ebb.desk.store.Figures.Span;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** The last so many days that a lead has asked for. */
record LeadSpan(int days, Span span, LocalDate first, LocalDate last) {
  private static final Set<String> DAYS = Set.of("7", "30", "90", "365");
  private static final String USUAL = "30";

  /** Up to now, today included. */
  static LeadSpan of(Context request, Instant now, ZoneId zone) {
    String asked = request.queryParam("days");
    int days = Integer.parseInt(asked != null && DAYS.contains(asked) ? asked : USUAL);
    LocalDate last = now.atZone(zone).toLocalDate();
    LocalDate first = last.minusDays(days - 1L);
    return new LeadSpan(
        days, new Span(first.atStartOfDay(zone).toInstant(), now.plusSeconds(1)), first, last);
  }
}
