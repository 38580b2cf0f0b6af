package dev.ebb.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where messages go.
 *
 * @param alerts cases that may be worked
 * @param withheld cases that may not, each with its reason
 * @param rejected records that could not be counted
 */
public record TopicSettings(String alerts, String withheld, String rejected) {

  private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  /** The shipped names. */
  public static final TopicSettings DEFAULT =
      new TopicSettings("ebb.alerts", "ebb.withheld", "ebb.rejected");

  public TopicSettings {
    check("alerts", alerts);
    check("withheld", withheld);
    check("rejected", rejected);
    if (alerts.equals(withheld) || alerts.equals(rejected) || withheld.equals(rejected)) {
      throw new IllegalArgumentException(
          "topics must differ, for whoever reads alerts may call, but were %s, %s, %s"
              .formatted(alerts, withheld, rejected));
    }
  }

  /** All topics that are written. */
  public List<String> all() {
    return List.of(alerts, withheld, rejected);
  }

  static TopicSettings read(Section section) {
    String alerts = topic(section, "alerts", DEFAULT.alerts);
    String withheld = topic(section, "withheld", DEFAULT.withheld);
    String rejected = topic(section, "rejected", DEFAULT.rejected);
    return section.build(() -> new TopicSettings(alerts, withheld, rejected));
  }

  private static String topic(Section section, String key, String fallback) {
    String topic = section.text(key, fallback);
    if (!isTopic(topic)) {
      section.problem(key, expected(topic));
    }
    return topic;
  }

  static boolean isTopic(String name) {
    return LEGAL.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }

  static String expected(String met) {
    return "must be of 1 to 249 letters, digits, '.', '_' or '-' but was " + met;
  }

  static void check(String setting, String name) {
    if (!isTopic(name)) {
      throw new IllegalArgumentException(setting + " " + expected(name));
    }
  }
}
