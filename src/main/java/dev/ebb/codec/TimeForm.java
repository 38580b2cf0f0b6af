package dev.ebb.codec;

import dev.ebb.event.Spread;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * How a column of times is written.
 *
 * @param pattern as of {@link DateTimeFormatter}, for the form PATTERN; without a time of day it
 *     means the day's start, without a day the month's
 * @param zone where the pattern has none; null for the operator's
 * @param base for the form STEPS: the date that the number 1 stands for
 * @param step for the form STEPS: from one number to the next
 */
public record TimeForm(Form form, String pattern, ZoneId zone, LocalDate base, Spread step)
    implements Serializable {

  /** RFC 3339 or epoch milliseconds. */
  public static final TimeForm STANDARD = new TimeForm(Form.STANDARD, null, null, null, null);

  /** Kind of writing. */
  public enum Form {
    STANDARD,
    EPOCH_SECONDS,
    EPOCH_MILLIS,
    PATTERN,
    /** The number of a day, week or month, counted from 1 at the base. */
    STEPS
  }

  public TimeForm {
    if (form == Form.PATTERN) {
      formatter(pattern);
    }
    if (form == Form.STEPS && (base == null || step == null || step == Spread.NONE)) {
      throw new IllegalArgumentException("base and step must both be set");
    }
  }

  /** Times by pattern, in the operator's zone where the pattern has none. */
  public static TimeForm pattern(String pattern) {
    return new TimeForm(Form.PATTERN, pattern, null, null, null);
  }

  DateTimeFormatter formatter() {
    return formatter(pattern);
  }

  /** Strict, so that 31 February is a mistake; which needs the year without an era. */
  private static DateTimeFormatter formatter(String pattern) {
    StringBuilder strict = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      strict.append(c == 'y' && !quoted ? 'u' : c);
    }
    try {
      DateTimeFormatterBuilder builder =
          new DateTimeFormatterBuilder().appendPattern(strict.toString());
      boolean isOfMonths = pattern.contains("M") && !pattern.contains("d");
      if (isOfMonths) {
        builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
      }
      return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new IllegalArgumentException(
          "pattern must be a date-time pattern such as yyyy-MM-dd but was " + pattern, malformed);
    }
  }
}
