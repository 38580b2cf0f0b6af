package dev.ebb.config;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where messages go, and where published rules come from.
 *
 * @param alerts cases that may be worked
 * @param withheld cases that may not, each with its reason
 * @param stages each customer's lifecycle stage; compacted
 * @param exits the database of the departed; compacted
 * @param kpis the key figures of each slice and day; compacted
 * @param rejected records that could not be counted
 * @param rules rules that are published while the job runs; compacted
 */
public record TopicSettings(
    String alerts,
    String withheld,
    String stages,
    String exits,
    String kpis,
    String rejected,
    String rules) {

  private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  /** The shipped names. */
  public static final TopicSettings DEFAULT =
      new TopicSettings(
          "ebb.alerts",
          "ebb.withheld",
          "ebb.stages",
          "ebb.exits",
          "ebb.kpis",
          "ebb.rejected",
          "ebb.rules");

  public TopicSettings {
    check("alerts", alerts);
    check("withheld", withheld);
    check("stages", stages);
    check("exits", exits);
    check("kpis", kpis);
    check("rejected", rejected);
    check("rules", rules);
    List<String> all = List.of(alerts, withheld, stages, exits, kpis, rejected, rules);
    if (new HashSet<>(all).size() < all.size()) {
      throw new IllegalArgumentException(
          "topics must differ, for whoever reads alerts may call, but were "
              + String.join(", ", all));
    }
  }

  /** All topics that are written. */
  public List<String> all() {
    return List.of(alerts, withheld, stages, exits, kpis, rejected);
  }

  static TopicSettings read(Section section) {
    String alerts = topic(section, "alerts", DEFAULT.alerts);
    String withheld = topic(section, "withheld", DEFAULT.withheld);
    String stages = topic(section, "stages", DEFAULT.stages);
    String exits = topic(section, "exits", DEFAULT.exits);
    String kpis = topic(section, "kpis", DEFAULT.kpis);
    String rejected = topic(section, "rejected", DEFAULT.rejected);
    String rules = topic(section, "rules", DEFAULT.rules);
    return section.build(
        () -> new TopicSettings(alerts, withheld, stages, exits, kpis, rejected, rules));
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
