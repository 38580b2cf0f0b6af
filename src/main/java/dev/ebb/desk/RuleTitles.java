package dev.ebb.desk;

import dev.ebb.config.Problems;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.Settings;
import dev.ebb.desk.page.SignalNames;
import dev.ebb.signal.Rule;
import java.util.stream.Collectors;

/** What people call the rules that the settings name. */
final class RuleTitles {
  private RuleTitles() {}

  static SignalNames of(Settings settings) {
    Problems problems = new Problems();
    SignalNames names =
        new SignalNames(
            RuleFiles.of(settings.rules(), settings.playbooks(), settings.currency(), problems)
                .rules()
                .stream()
                .collect(Collectors.toMap(Rule::id, Rule::title)));
    problems.throwIfAny();
    return names;
  }
}
