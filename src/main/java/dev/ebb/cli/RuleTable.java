package dev.ebb.cli;

import dev.ebb.config.RuleSet;
import dev.ebb.signal.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules in columns, for people. */
final class RuleTable {

  private static final List<String> HEADER =
      List.of(
          "RULE",
          "VERSION",
          "STATUS",
          "FAMILY",
          "WEIGHT",
          "SAVE",
          "HALF-LIFE",
          "ACT WITHIN",
          "PLAYBOOK",
          "TITLE");

  private RuleTable() {}

  static String of(RuleSet rules) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    rules.rules().forEach(rule -> rows.add(row(rule)));
    return Columns.of(rows) + "\n" + rules.rules().size() + " rules, no problem";
  }

  private static List<String> row(Rule rule) {
    return List.of(
        rule.id(),
        Integer.toString(rule.version()),
        word(rule.status()),
        word(rule.family()),
        String.format(Locale.ROOT, "%.2f", rule.weight()),
        String.format(Locale.ROOT, "%.2f", rule.save()),
        text(rule.halfLife()),
        text(rule.actWithin()),
        rule.playbook(),
        rule.title().en());
  }

  private static String text(Duration duration) {
    return duration.toHours() % 24 == 0 && duration.toDays() > 3
        ? duration.toDays() + " d"
        : duration.toHours() + " h";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
