package dev.ebb.desk.page;

import dev.ebb.signal.Text;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** All that a page says in one language: the bundle's sentences, and how money and times look. */
public final class Words {
  private static final String BUNDLE = "dev.ebb.desk.page.words";
  private static final int DAYS_NAMED_BY_WEEKDAY = 6;
  private static final long MINUTES_PER_HOUR = 60;
  private static final long MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

  /** Beyond this many minutes hours say enough, beyond this many hours days do. */
  private static final long MINUTES_TOLD = 120;

  private static final long HOURS_TOLD = 48;

  private final Tongue tongue;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  /**
   * The words of a language.
   *
   * @param zone in which times are told
   */
  public Words(Tongue tongue, ZoneId zone) {
    this.tongue = tongue;
    this.zone = zone;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            tongue.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Tongue tongue() {
    return tongue;
  }

  /** The sentence of this key, with {0}, {1} … replaced. */
  public String say(String key, Object... values) {
    String sentence = bundle.getString(key);
    return values.length == 0
        ? sentence
        : new MessageFormat(sentence, tongue.locale()).format(values);
  }

  /** Whether there is a sentence of this key. */
  public boolean knows(String key) {
    return bundle.containsKey(key);
  }

  /** The word for a value of an enumeration, such as {@code band.severe}. */
  public String word(String kind, Enum<?> value) {
    return say(kind + '.' + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The word for a code on the wire; the code itself where the bundle has none. */
  public String code(String kind, String code) {
    String key = kind + '.' + code;
    return knows(key) ? say(key) : code;
  }

  /** In this language. */
  public String of(Text text) {
    return tongue.of(text);
  }

  /** Whole units of the currency, from minor ones. */
  public String money(long minor) {
    return say("money", String.format(tongue.locale(), "%,d", Math.round(minor / 100.0)));
  }

  /** With two decimals, from minor units. */
  public String exactMoney(long minor) {
    return say("money", String.format(tongue.locale(), "%,.2f", minor / 100.0));
  }

  public String number(long number) {
    return String.format(tongue.locale(), "%,d", number);
  }

  /** A share as whole per cent. */
  public String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  /** Weekday and time; with the date where that is more than six days off. */
  public String time(Instant at, Instant now) {
    ZonedDateTime then = at.atZone(zone);
    long days = Math.abs(then.toLocalDate().toEpochDay() - dayOf(now).toEpochDay());
    String pattern =
        days == 0 ? "HH:mm" : say(days <= DAYS_NAMED_BY_WEEKDAY ? "time.near" : "time.far");
    return DateTimeFormatter.ofPattern(pattern, tongue.locale()).format(then);
  }

  /** Hour and minute. */
  public String hour(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
  }

  /** Date and time to the second. */
  public String exactTime(Instant at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(at.atZone(zone));
  }

  /** A day with its weekday. */
  public String day(LocalDate day) {
    return format("day", day);
  }

  /** A day and month. */
  public String date(LocalDate day) {
    return format("date", day);
  }

  private String format(String key, LocalDate day) {
    return DateTimeFormatter.ofPattern(say(key), tongue.locale()).format(day);
  }

  /** A moment in the desk's zone. */
  public ZonedDateTime at(Instant at) {
    return at.atZone(zone);
  }

  /** The moment of a date and time in the desk's zone. */
  public Instant moment(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }

  /** The calendar day of a moment, in the desk's zone. */
  public LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** A moment relative to now: "in 5 h", "3 d late", in the coarsest unit that says enough. */
  public String due(Instant at, Instant now) {
    String span = span(Duration.between(at, now).abs());
    return say(!at.isBefore(now) ? "due.in" : "due.late", span);
  }

  /** How long ago. */
  public String ago(Instant at, Instant now) {
    Duration since = Duration.between(at, now);
    return since.toMinutes() < 1 ? say("ago.now") : say("ago", span(since));
  }

  private String span(Duration time) {
    long minutes = time.toMinutes();
    if (minutes < MINUTES_TOLD) {
      return say("span.minutes", minutes);
    }
    long hours = minutes / MINUTES_PER_HOUR;
    return hours < HOURS_TOLD
        ? say("span.hours", hours)
        : say("span.days", minutes / MINUTES_PER_DAY);
  }
}
