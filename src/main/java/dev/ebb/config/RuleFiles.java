package dev.ebb.config;

import dev.ebb.signal.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Loads rules, from the folder of the operator or those that are shipped inside the jar. */
public final class RuleFiles {

  private static final String BUNDLED = "ebb/config/rules";
  private static final String SHOWN_AS = "config/rules/";

  private final Currency currency;
  private final Problems problems;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, String> fileOfId = new HashMap<>();

  private RuleFiles(Currency currency, Problems problems) {
    this.currency = currency;
    this.problems = problems;
  }

  /** The shipped rules, with amounts of money in the given currency. */
  public static RuleSet bundled(Currency currency) {
    Problems problems = new Problems();
    RuleFiles files = new RuleFiles(currency, problems);
    BundledFiles.read(BUNDLED)
        .forEach((name, text) -> files.add(Yaml.read(SHOWN_AS + name, text, problems)));
    problems.throwIfAny();
    return new RuleSet(files.rules);
  }

  /** The rules of each {@code *.yaml} in the folder that have no problems. */
  public static RuleSet load(Path folder, Currency currency, Problems problems) {
    RuleFiles files = new RuleFiles(currency, problems);
    List<Path> paths = yamlFiles(folder, problems);
    for (Path path : paths) {
      files.add(Yaml.read(path, problems));
    }
    return new RuleSet(files.rules);
  }

  private void add(Section file) {
    Rule rule = RuleFile.read(file, currency);
    if (rule == null) {
      return;
    }
    String other = fileOfId.putIfAbsent(rule.id(), file.file());
    if (other == null) {
      rules.add(rule);
    } else {
      file.problem("id", "must be unique but " + rule.id() + " is also in " + other);
    }
  }

  private static List<Path> yamlFiles(Path folder, Problems problems) {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> yaml = paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
      if (yaml.isEmpty()) {
        problems.add(folder.toString(), 1, "", "the folder has no *.yaml file");
      }
      return yaml;
    } catch (IOException e) {
      problems.add(folder.toString(), 1, "", "the folder cannot be read");
      return List.of();
    }
  }
}
