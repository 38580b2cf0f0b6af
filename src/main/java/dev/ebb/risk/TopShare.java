package dev.ebb.risk;

import java.io.Serializable;

/**
 * Which customers of a region spend the most.
 *
 * @param share of the region's customers that are of mid or high value by their spend alone, 0 to
 *     0.5; 0 for none
 * @param minCustomers a region in which the spend of fewer is known has no top of its own, 1 to
 *     1,000,000
 */
public record TopShare(double share, int minCustomers) implements Serializable {

  /** The shipped share: a tenth, of at least 200 customers. */
  public static final TopShare DEFAULT = new TopShare(0.10, 200);

  public TopShare {
    if (!(share >= 0 && share <= 0.5)) {
      throw new IllegalArgumentException("top-share must be 0 to 0.5 but was " + share);
    }
    if (minCustomers < 1 || minCustomers > 1_000_000) {
      throw new IllegalArgumentException(
          "top-min-customers must be 1 to 1000000 but was " + minCustomers);
    }
  }

  /** Whether there is a top among so many customers. */
  public boolean countsAmong(long customers) {
    return share > 0 && customers >= minCustomers;
  }
}
