package dev.ebb.config;

import dev.ebb.retention.Playbook;
import dev.ebb.retention.Playbooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads playbooks, from the folder of the operator or those that are shipped inside the jar. */
public final class PlaybookFiles {
  private static final String BUNDLED = "ebb/config/playbooks";
  private static final String SHOWN_AS = "config/playbooks/";
  private static final Map<Currency, Playbooks> SHIPPED = new ConcurrentHashMap<>();

  /** What is recommended where the rule's own playbook is not; they must be for everybody. */
  private static final List<String> NEEDED = List.of(Playbooks.SELF_SERVICE, Playbooks.STOPPED);

  private final Currency currency;
  private final Problems problems;
  private final Map<String, Playbook> playbooks = new HashMap<>();
  private final Map<String, String> fileOfId = new HashMap<>();

  private PlaybookFiles(Currency currency, Problems problems) {
    this.currency = currency;
    this.problems = problems;
  }

  /** The shipped playbooks, with amounts of money in the given currency. */
  public static Playbooks bundled(Currency currency) {
    return SHIPPED.computeIfAbsent(
        currency,
        any -> {
          Problems problems = new Problems();
          List<Section> files =
              BundledFiles.read(BUNDLED).entrySet().stream()
                  .map(file -> Yaml.read(SHOWN_AS + file.getKey(), file.getValue(), problems))
                  .toList();
          Playbooks shipped = new PlaybookFiles(currency, problems).readAll(SHOWN_AS, files);
          problems.throwIfAny();
          return shipped;
        });
  }

  /** The playbooks of each {@code *.yaml} in the folder that have no problems. */
  public static Playbooks load(Path folder, Currency currency, Problems problems) {
    List<Section> files =
        RuleFiles.yamlFiles(folder, problems).stream()
            .map(path -> Yaml.read(path, problems))
            .toList();
    return new PlaybookFiles(currency, problems).readAll(folder.toString(), files);
  }

  /** The playbooks of this folder, or the shipped ones if it is null. */
  public static Playbooks of(Path folder, Currency currency) {
    if (folder == null) {
      return bundled(currency);
    }
    Problems problems = new Problems();
    Playbooks playbooks = load(folder, currency, problems);
    problems.throwIfAny();
    return playbooks;
  }

  private Playbooks readAll(String folder, List<Section> files) {
    files.forEach(this::add);
    if (problems.isEmpty()) {
      for (String id : NEEDED) {
        if (!playbooks.containsKey(id)) {
          problems.add(folder, 1, "", "playbook " + id + " is missing");
        }
      }
    }
    return Playbooks.of(new ArrayList<>(playbooks.values()));
  }

  private void add(Section file) {
    Playbook playbook = PlaybookFile.read(file, currency);
    if (playbook == null) {
      return;
    }
    String other = fileOfId.putIfAbsent(playbook.id(), file.file());
    if (other != null) {
      file.problem("id", "must be unique but " + playbook.id() + " is also in " + other);
    } else if (NEEDED.contains(playbook.id()) && !playbook.isForEverybody()) {
      file.problem("channels", "must serve every tier, in every stage, in " + playbook.id());
    } else {
      playbooks.put(playbook.id(), playbook);
    }
  }
}
