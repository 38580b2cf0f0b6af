package dev.ebb.retention;

import dev.ebb.event.Outcome;
import dev.ebb.risk.Tier;
import java.util.List;

/** What leaves Watch. */
public interface WatchOutput {

  /** A case was opened, raised, repeated or closed. */
  void message(CaseMessage message);

  /** The same, about a customer who is in these slices. */
  default void message(CaseMessage message, List<Slice> slices) {
    message(message);
  }

  /**
   * A key figure has changed.
   *
   * @param day epoch day
   * @param name see {@link Figure}
   * @param count negative where something no longer holds
   */
  default void counted(Slice slice, int day, String name, int count) {}

  /**
   * A customer-day was judged.
   *
   * @param day epoch day
   * @param risk in [0, 1], before any policy and from all that was read: ranks, decides nothing
   * @param tier the customer's tier on that day
   * @param signals ids of the rules whose live signals count, in order of weight x strength
   */
  void scored(String customerId, int day, double risk, Tier tier, List<String> signals);

  /**
   * An agent's word was heard.
   *
   * @param taken whether it changed the case; not so for one about an unknown or an earlier case
   */
  default void heard(Outcome.Kind kind, boolean taken) {}

  /** The customer has passed to another lifecycle stage. */
  default void stage(StageChange change) {}

  /** The customer has gone. */
  default void exit(Exit exit) {}

  /** The same for those who count. */
  default void left(Leaver leaver) {}

  /** The departed customer is here again: the exit no longer holds. */
  default void cameBack(String customerId) {}

  /** Neither stage nor exit of this customer may be kept. */
  default void erased(String customerId, long at) {}

  /** An agent has found a rule's signal wrong. */
  default void refuted(String rule, Outcome.Reason reason) {}
}
