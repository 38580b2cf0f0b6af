package dev.ebb.config;

import dev.ebb.signal.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ebb rules check} finds.
 *
 * @param problems everything that is wrong
 * @param rules the rules that have no problem
 */
public record RulesCheck(List<Problem> problems, RuleSet rules) {

  private static final String ROW =
      "%-18s %3s  %-6s  %-8s  %-16s  %-6s  %6s  %4s  %-9s  %-10s  %s%n";

  /** Checks the rules of a folder, or the shipped ones if it is null. */
  public static RulesCheck of(Path folder, Currency currency) {
    Problems problems = new Problems();
    RuleSet rules =
        folder == null ? RuleFiles.bundled(currency) : RuleFiles.load(folder, currency, problems);
    return new RulesCheck(problems.list(), rules);
  }

  /** The rules as a table for a terminal. */
  public String table() {
    List<String> rows = new ArrayList<>();
    rows.add(
        row(
            "rule",
            "ver",
            "status",
            "family",
            "detector",
            "closes",
            "weight",
            "save",
            "half-life",
            "act within",
            "playbook"));
    for (Rule rule : rules.rules()) {
      rows.add(
          row(
              rule.id(),
              rule.version(),
              word(rule.status()),
              word(rule.family()),
              rule.detector().kind(),
              rule.persistence().closes() + " of " + rule.persistence().of(),
              rule.weight(),
              rule.save(),
              DurationText.print(rule.halfLife()),
              DurationText.print(rule.actWithin()),
              rule.playbook()));
    }
    return String.join("", rows);
  }

  private static String row(Object... cells) {
    return ROW.formatted(cells);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
