package dev.ebb.signal;

import java.io.Serializable;
import java.util.Set;

/** Of which customers a rule is read. Two conditions are equal if they are written alike. */
public interface Condition extends Serializable {

  /** Of everybody. */
  Condition ALWAYS = Always.EVERYBODY;

  /** Whether the rule is read; not so where too little is known to decide it. */
  boolean holds(Facts facts);

  /** The facts that it asks for. */
  Set<Fact> facts();

  /** Whether it can be decided at a day's close only. */
  default boolean readsDays() {
    return facts().stream().anyMatch(Fact::isOfDays);
  }

  /** The condition of a rule without one. */
  enum Always implements Condition {
    EVERYBODY;

    @Override
    public boolean holds(Facts facts) {
      return true;
    }

    @Override
    public Set<Fact> facts() {
      return Set.of();
    }

    @Override
    public boolean readsDays() {
      return false;
    }
  }
}
