package dev.ebb.retention;

import dev.ebb.signal.Condition;
import dev.ebb.signal.Facts;
import java.util.HashMap;
import java.util.Map;

/** What conditions say of one customer; each is asked once, however many rules it stands in. */
final class Verdicts {
  private final Facts facts;
  private final Map<Condition, Boolean> said = new HashMap<>();

  Verdicts(Facts facts) {
    this.facts = facts;
  }

  boolean hold(Condition condition) {
    return condition == Condition.ALWAYS || said.computeIfAbsent(condition, it -> it.holds(facts));
  }
}
