package dev.ebb.desk.store;

import dev.ebb.config.RuleIntake;
import dev.ebb.signal.Rule;
import java.util.Map;

/**
 * The rules that the operator's files hold, and what the job lets in beside them.
 *
 * @param rules by id
 * @param texts what they are written in, by id
 */
public record RuleBase(Map<String, Rule> rules, Map<String, String> texts, RuleIntake intake) {
  public RuleBase {
    rules = Map.copyOf(rules);
    texts = Map.copyOf(texts);
  }
}
