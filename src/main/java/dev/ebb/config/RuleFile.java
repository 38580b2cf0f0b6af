package dev.ebb.config;

import dev.ebb.signal.Condition;
import dev.ebb.signal.Detector;
import dev.ebb.signal.Family;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Persistence;
import dev.ebb.signal.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One rule as it is written in YAML. */
final class RuleFile {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final Pattern PLAYBOOK = Pattern.compile("P\\d{1,3}");
  private static final Pattern PERSISTENCE = Pattern.compile("(\\d) of (\\d)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}?");
  private static final Duration HOUR = Duration.ofHours(1);

  private RuleFile() {}

  /** The rule, or null if the file has a problem. */
  static Rule read(Section file, Currency currency) {
    file.require("id", "version", "title", "family", "detector", "weight", "save", "half-life")
        .require("act-within", "lever", "playbook", "why", "opener");
    String id = matching(file, "id", ID, "must be lower-case words joined by hyphens");
    int version = file.integer("version", 1, 1, Integer.MAX_VALUE);
    Text title = file.localized("title");
    Rule.Status status = file.word("status", Rule.Status.ACTIVE, Rule.Status.class);
    Family family = file.word("family", Family.USAGE, Family.class);
    Detector detector = DetectorSection.read(file.section("detector"), currency);
    Condition condition = ConditionText.read(file, "if", currency);
    Persistence persistence =
        file.scalar("persistence", Persistence.NONE, RuleFile::persistence, PERSISTENCE_FORM);
    double weight = file.number("weight", 0.1, 0.01, 1);
    double save = file.number("save", 0, 0, 1);
    Duration halfLife = file.duration("half-life", HOUR, HOUR, Duration.ofDays(365));
    Duration actWithin = file.duration("act-within", HOUR, HOUR, Duration.ofDays(30));
    List<Integer> levers = levers(file);
    String playbook = matching(file, "playbook", PLAYBOOK, "must be P and a number");
    Text why = file.localized("why");
    Text opener = file.localized("opener");
    Rule rule =
        new Rule(
            id,
            version,
            title,
            status,
            family,
            detector,
            condition,
            persistence,
            weight,
            save,
            halfLife,
            actWithin,
            levers,
            playbook,
            why,
            opener);
    refuseContradictions(file, rule);
    file.refuseUnknownKeys();
    return file.build(() -> rule);
  }

  /** What each part allows but another part does not. */
  private static void refuseContradictions(Section file, Rule rule) {
    Detector detector = rule.detector();
    if (detector != null) {
      if (detector.readsEvents() && rule.persistence().of() > 1) {
        file.problem("persistence", "must be 1 of 1 where events speak for themselves");
      }
      refusePlaceholders(file, "why", rule.why(), detector.evidenceNames());
    }
    refusePlaceholders(file, "title", rule.title(), Set.of());
    refusePlaceholders(file, "opener", rule.opener(), Set.of());
  }

  private static final String PERSISTENCE_FORM = "must be such as 3 of 5, at most 8 of 8";

  private static Persistence persistence(String text) {
    Matcher matcher = PERSISTENCE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int closes = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    return closes >= 1 && closes <= of && of <= 8 ? new Persistence(closes, of) : null;
  }

  private static String matching(Section file, String key, Pattern form, String expectation) {
    return file.scalar(key, "", text -> form.matcher(text).matches() ? text : null, expectation);
  }

  private static List<Integer> levers(Section file) {
    List<Integer> levers = new ArrayList<>();
    for (String text : file.texts("lever", List.of())) {
      if (text.matches("[1-9]|1[0-6]")) {
        levers.add(Integer.valueOf(text));
      } else {
        file.problem("lever", "must be numbers from 1 to 16 but was " + text);
      }
    }
    if (levers.isEmpty() && file.texts("lever", List.of()).isEmpty() && file.has("lever")) {
      file.problem("lever", "must name at least one lever");
    }
    return levers;
  }

  private static void refusePlaceholders(Section file, String key, Text text, Set<String> allowed) {
    refusePlaceholders(file.section(key), "en", text.en(), allowed);
    refusePlaceholders(file.section(key), "zh", text.zh(), allowed);
  }

  private static void refusePlaceholders(
      Section texts, String language, String sentence, Set<String> allowed) {
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    while (matcher.find()) {
      if (!allowed.contains(matcher.group(1))) {
        String names = allowed.isEmpty() ? "none" : String.join(", ", new TreeSet<>(allowed));
        String what = "must not use " + matcher.group() + "; numbers it may use: ";
        texts.problem(language, what + names);
      }
    }
  }
}
