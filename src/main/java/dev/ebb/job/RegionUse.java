package dev.ebb.job;

/**
 * Accepted use of a region on a day, added up on one task since its last message.
 *
 * @param region the region, or the empty string for the whole network
 * @param amounts by ordinal of {@link dev.ebb.ledger.Measure}
 * @param customers change of the known customers on that day
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RegionUse(String region, int day, long[] amounts, int customers) {
  /** Stands for the whole network where a region's name would be. */
  public static final String NETWORK = "";
}
