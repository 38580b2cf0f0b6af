package dev.ebb.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.config.Problem;
import dev.ebb.config.Problems;
import dev.ebb.config.RuleSet;
import dev.ebb.signal.Rule;
import java.util.List;

/** What {@code ebb rules check --json} prints. */
record RulesReport(boolean valid, List<String> rules, List<Problem> problems) {

  static RulesReport of(RuleSet rules, Problems problems) {
    return new RulesReport(
        problems.isEmpty(), rules.rules().stream().map(Rule::id).toList(), problems.list());
  }

  String json() throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(this);
  }
}
