package dev.ebb.job;

import dev.ebb.risk.Tier;
import java.util.List;

/**
 * How one customer-day was judged, before any policy.
 *
 * @param signals ids of the rules at or over their threshold
 */
public record Score(String customerId, int day, double risk, Tier tier, List<String> signals) {
  public Score {
    signals = List.copyOf(signals);
  }
}
