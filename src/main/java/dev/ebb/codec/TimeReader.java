package dev.ebb.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** Reads a column of times. A local time that a clock change skips moves on by the gap. */
final class TimeReader {
  private static final int MOST_STEPS = 100_000;

  private final String field;
  private final TimeForm form;
  private final ZoneId zone;
  private final DateTimeFormatter formatter;

  TimeReader(String field, TimeForm form, ZoneId operatorZone) {
    this.field = field;
    this.form = form;
    this.zone = form.zone() == null ? operatorZone : form.zone();
    this.formatter = form.form() == TimeForm.Form.PATTERN ? form.formatter() : null;
  }

  /** Epoch milliseconds. */
  long millis(String text) throws Refusal {
    return switch (form.form()) {
      case STANDARD -> standard(text);
      case EPOCH_MILLIS -> epoch(text, 1, "epoch milliseconds");
      case EPOCH_SECONDS -> epoch(text, 1_000, "epoch seconds");
      case PATTERN -> byPattern(text);
      case STEPS -> startOf(steps(text));
    };
  }

  /** The calendar date; for a time the one it falls on in this zone. */
  LocalDate date(String text) throws Refusal {
    if (form.form() == TimeForm.Form.STANDARD && text.length() == "2026-11-21".length()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException malformed) {
        throw Refusal.wrong(field, "a date such as 2026-11-21", text);
      }
    }
    return Instant.ofEpochMilli(millis(text)).atZone(zone).toLocalDate();
  }

  private long standard(String text) throws Refusal {
    long millis = Rfc3339.parse(text);
    return millis == Rfc3339.MALFORMED
        ? epoch(text, 1, "an RFC 3339 time or epoch milliseconds")
        : millis;
  }

  private long epoch(String text, long factor, String bound) throws Refusal {
    try {
      return Math.multiplyExact(Long.parseLong(text), factor);
    } catch (ArithmeticException | NumberFormatException malformed) {
      throw Refusal.wrong(field, bound, text);
    }
  }

  private long byPattern(String text) throws Refusal {
    try {
      TemporalAccessor met = formatter.parse(text);
      LocalDate date = LocalDate.from(met);
      LocalTime time = met.query(TemporalQueries.localTime());
      if (time == null) {
        return startOf(date);
      }
      ZoneId own = met.query(TemporalQueries.zone());
      return date.atTime(time).atZone(own == null ? zone : own).toInstant().toEpochMilli();
    } catch (DateTimeException malformed) {
      throw Refusal.wrong(field, "a time written " + form.pattern(), text);
    }
  }

  private LocalDate steps(String text) throws Refusal {
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      throw Refusal.wrong(field, "a whole number", text);
    }
    if (number < 1 || number > MOST_STEPS) {
      throw Refusal.wrong(field, "1 to " + MOST_STEPS, text);
    }
    return switch (form.step()) {
      case MONTH -> form.base().plusMonths(number - 1L);
      case WEEK -> form.base().plusWeeks(number - 1L);
      default -> form.base().plusDays(number - 1L);
    };
  }

  private long startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
