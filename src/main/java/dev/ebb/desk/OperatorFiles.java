package dev.ebb.desk;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.config.Problems;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.RuleIntake;
import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.desk.page.SignalNames;
import dev.ebb.desk.store.RuleBase;
import dev.ebb.retention.Playbooks;
import dev.ebb.signal.Rule;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the operator's files say about rules and playbooks. */
record OperatorFiles(SignalNames names, RuleBase rules, Playbooks playbooks) {

  /** Those that the settings name; they must have no problems. */
  static OperatorFiles of(Settings settings) {
    Problems problems = new Problems();
    RuleSet rules =
        RuleFiles.of(settings.rules(), settings.playbooks(), settings.currency(), problems);
    problems.throwIfAny();
    Playbooks playbooks = PlaybookFiles.of(settings.playbooks(), settings.currency());
    Map<String, Rule> byId =
        rules.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    return new OperatorFiles(
        new SignalNames(rules.rules().stream().collect(Collectors.toMap(Rule::id, Rule::title))),
        new RuleBase(
            byId,
            RuleFiles.texts(settings.rules(), settings.currency(), playbooks.ids()),
            new RuleIntake(settings.currency(), playbooks.ids(), settings.ledger().ringDays())),
        playbooks);
  }
}
