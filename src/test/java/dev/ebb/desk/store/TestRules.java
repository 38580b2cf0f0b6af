package dev.ebb.desk.store;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.RuleIntake;
import dev.ebb.signal.Rule;
import java.util.Currency;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shipped rules, and an intake as the job's. */
public final class TestRules {
  public static final Currency YUAN = Currency.getInstance("CNY");
  private static final int RING_DAYS = 91;

  private TestRules() {}

  public static RuleBase shipped() {
    Set<String> playbooks = PlaybookFiles.of(null, YUAN).ids();
    return new RuleBase(
        RuleFiles.bundled(YUAN).rules().stream()
            .collect(Collectors.toMap(Rule::id, Function.identity())),
        RuleFiles.texts(null, YUAN, playbooks),
        new RuleIntake(YUAN, playbooks, RING_DAYS));
  }
}
