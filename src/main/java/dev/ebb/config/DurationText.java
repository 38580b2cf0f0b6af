package dev.ebb.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people write it: a whole number and a unit, for example {@code 10 min}. */
public final class DurationText {

  /** The units that may be written. */
  public static final String UNITS = "ms, s, min, h or d";

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");
  private static final Map<String, Duration> LARGEST_FIRST = new LinkedHashMap<>();

  static {
    LARGEST_FIRST.put("d", Duration.ofDays(1));
    LARGEST_FIRST.put("h", Duration.ofHours(1));
    LARGEST_FIRST.put("min", Duration.ofMinutes(1));
    LARGEST_FIRST.put("s", Duration.ofSeconds(1));
    LARGEST_FIRST.put("ms", Duration.ofMillis(1));
  }

  private DurationText() {}

  /** The duration, or empty if the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    return matcher.matches()
        ? Optional.of(
            LARGEST_FIRST.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /** The duration in the largest unit that divides it, days spelled out: {@code 7 days}. */
  public static String print(Duration duration) {
    if (duration.isZero()) {
      return "0";
    }
    long millis = duration.toMillis();
    for (Map.Entry<String, Duration> unit : LARGEST_FIRST.entrySet()) {
      long unitMillis = unit.getValue().toMillis();
      if (millis % unitMillis == 0) {
        long count = millis / unitMillis;
        return unit.getKey().equals("d") ? days(count) : count + " " + unit.getKey();
      }
    }
    return duration.toString();
  }

  /** A number of days in words. */
  public static String days(long count) {
    return count == 1 ? "1 day" : count + " days";
  }
}
