package dev.ebb.launch;

import dev.ebb.config.Problems;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;

/** Finds the rules that the settings name. */
public final class Rules {
  private Rules() {}

  /** The rules of the settings' folder, or else the shipped ones, if the settings allow them. */
  public static RuleSet of(Settings settings) {
    Problems problems = new Problems();
    RuleSet rules =
        RuleFiles.of(settings.rules(), settings.playbooks(), settings.currency(), problems);
    String where = settings.rules() == null ? "config/rules" : settings.rules().toString();
    rules.refuseBeyond(settings.ledger().ringDays(), where, problems);
    problems.throwIfAny();
    return rules;
  }
}
