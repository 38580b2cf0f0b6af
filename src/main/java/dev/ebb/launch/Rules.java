package dev.ebb.launch;

import dev.ebb.config.Problems;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;

/** Finds the rules that the settings name. */
public final class Rules {
  private Rules() {}

  /** The rules of the settings' folder, or else the shipped ones. */
  public static RuleSet of(Settings settings) {
    if (settings.rules() == null) {
      return RuleFiles.bundled(settings.currency());
    }
    Problems problems = new Problems();
    RuleSet rules = RuleFiles.load(settings.rules(), settings.currency(), problems);
    problems.throwIfAny();
    return rules;
  }
}
