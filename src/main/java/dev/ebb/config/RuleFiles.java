package dev.ebb.config;

import dev.ebb.retention.Playbooks;
import dev.ebb.signal.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Loads rules, from the folder of the operator or those that are shipped inside the jar. */
public final class RuleFiles {

  private static final String BUNDLED = "ebb/config/rules";
  private static final String SHOWN_AS = "config/rules/";

  private final Currency currency;
  private final Set<String> playbooks;
  private final Problems problems;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, String> fileOfId = new HashMap<>();

  private RuleFiles(Currency currency, Set<String> playbooks, Problems problems) {
    this.currency = currency;
    this.playbooks = playbooks;
    this.problems = problems;
  }

  /** The shipped rules, with amounts of money in the given currency. */
  public static RuleSet bundled(Currency currency) {
    Problems problems = new Problems();
    Set<String> playbooks = PlaybookFiles.bundled(currency).ids();
    RuleFiles files = new RuleFiles(currency, playbooks, problems);
    BundledFiles.read(BUNDLED)
        .forEach((name, text) -> files.add(Yaml.read(SHOWN_AS + name, text, problems)));
    problems.throwIfAny();
    return new RuleSet(files.rules);
  }

  /**
   * The rules of each {@code *.yaml} in the folder that have no problems; their playbooks are the
   * shipped ones.
   */
  public static RuleSet load(Path folder, Currency currency, Problems problems) {
    return load(folder, currency, PlaybookFiles.bundled(currency), problems);
  }

  /** The same with these playbooks: a rule whose own is not among them is a problem. */
  public static RuleSet load(
      Path folder, Currency currency, Playbooks playbooks, Problems problems) {
    RuleFiles files = new RuleFiles(currency, playbooks.ids(), problems);
    List<Path> paths = yamlFiles(folder, problems);
    for (Path path : paths) {
      files.add(Yaml.read(path, problems));
    }
    return new RuleSet(files.rules);
  }

  /**
   * The rules of a folder that go by the playbooks of another one; null stands for the shipped
   * ones. What is wrong with either is a problem.
   */
  public static RuleSet of(Path rules, Path playbooks, Currency currency, Problems problems) {
    Playbooks known =
        playbooks == null
            ? PlaybookFiles.bundled(currency)
            : PlaybookFiles.load(playbooks, currency, problems);
    if (rules != null) {
      return load(rules, currency, known, problems);
    }
    RuleSet shipped = bundled(currency);
    for (Rule rule : shipped.rules()) {
      if (known.get(rule.playbook()) == null) {
        String lacks =
            "playbook %s of the rule %s is missing".formatted(rule.playbook(), rule.id());
        problems.add(playbooks.toString(), 1, "", lacks);
      }
    }
    return shipped;
  }

  /**
   * The texts of a folder's rules that have no problems, by rule id; null stands for the shipped
   * ones.
   */
  public static Map<String, String> texts(Path folder, Currency currency, Set<String> playbooks) {
    Map<String, String> texts = new HashMap<>();
    for (String text : folder == null ? BundledFiles.read(BUNDLED).values() : textsIn(folder)) {
      Rule rule = parse("", text, currency, playbooks, new Problems());
      if (rule != null) {
        texts.put(rule.id(), text);
      }
    }
    return texts;
  }

  private static List<String> textsIn(Path folder) {
    List<String> texts = new ArrayList<>();
    for (Path path : yamlFiles(folder, new Problems())) {
      try {
        texts.add(Files.readString(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** The rule of a text, or null if it has problems; they name it as the file. */
  public static Rule parse(
      String name, String text, Currency currency, Set<String> playbooks, Problems problems) {
    RuleFiles files = new RuleFiles(currency, playbooks, problems);
    files.add(Yaml.read(name, text, problems));
    return problems.isEmpty() ? files.rules.get(0) : null;
  }

  private void add(Section file) {
    Rule rule = RuleFile.read(file, currency);
    if (rule == null) {
      return;
    }
    if (!playbooks.contains(rule.playbook())) {
      String known = String.join(", ", playbooks);
      file.problem("playbook", "must be one of " + known + " but was " + rule.playbook());
      return;
    }
    String other = fileOfId.putIfAbsent(rule.id(), file.file());
    if (other == null) {
      rules.add(rule);
    } else {
      file.problem("id", "must be unique but " + rule.id() + " is also in " + other);
    }
  }

  /** Each {@code *.yaml} of a folder, in the order of their names. */
  static List<Path> yamlFiles(Path folder, Problems problems) {
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
