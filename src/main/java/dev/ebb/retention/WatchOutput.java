package dev.ebb.retention;

import dev.ebb.risk.Tier;
import java.util.List;

/** What leaves Watch. */
public interface WatchOutput {

  /** A case was opened, raised, repeated or closed. */
  void message(CaseMessage message);

  /**
   * A customer-day was judged.
   *
   * @param day epoch day
   * @param risk in [0, 1], before any policy and from all that was read: ranks, decides nothing
   * @param tier the customer's tier on that day
   * @param signals ids of the rules whose live signals count, in order of weight x strength
   */
  void scored(String customerId, int day, double risk, Tier tier, List<String> signals);
}
