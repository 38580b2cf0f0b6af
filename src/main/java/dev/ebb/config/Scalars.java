package dev.ebb.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts read as values; null, or a NumberFormatException, where the text is no such value. */
final class Scalars {

  private static final Pattern BYTES = Pattern.compile("(\\d{1,9}) ?(B|kB|MB|GB)");
  private static final Map<String, Long> BYTE_UNITS =
      Map.of("B", 1L, "kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  private Scalars() {}

  static Boolean flag(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  static Double finite(String text) {
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : null;
  }

  static Duration duration(String text) {
    return DurationText.parse(text).orElse(null);
  }

  static Integer days(String text) {
    return DurationText.parse(text)
        .filter(d -> d.toMillis() % Duration.ofDays(1).toMillis() == 0)
        .filter(d -> d.toDays() <= Integer.MAX_VALUE)
        .map(d -> (int) d.toDays())
        .orElse(null);
  }

  /** A number of bytes with a decimal unit such as {@code 500 MB}. */
  static Long bytes(String text) {
    Matcher matcher = BYTES.matcher(text);
    return matcher.matches()
        ? Long.valueOf(Long.parseLong(matcher.group(1)) * BYTE_UNITS.get(matcher.group(2)))
        : null;
  }

  /** Minor units of an amount written in major units, decimals allowed. */
  static Long money(String text, Currency currency) {
    try {
      return new BigDecimal(text)
          .movePointRight(currency.getDefaultFractionDigits())
          .longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A currency that has minor units, if only 0 digits of them. */
  static Currency currency(String code) {
    try {
      Currency currency = Currency.getInstance(code);
      return currency.getDefaultFractionDigits() < 0 ? null : currency;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The constants of an enum by their names in kebab case. */
  static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return words;
  }
}
