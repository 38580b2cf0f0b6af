package dev.ebb.ledger;

/**
 * How a day compares with what is usual: total use of a region against the mean of the same weekday
 * in the last four weeks. Holidays and outages show here and are then held against nobody.
 */
@FunctionalInterface
public interface BaseIndex {

  /** Nothing is unusual, ever. */
  BaseIndex FLAT = (region, day, measure) -> 1.0;

  /** Below this the feed itself was down: a day's absence counts for nobody. */
  double DOWN = 0.2;

  /**
   * The index, 1.0 for a usual day and where too little is known.
   *
   * @param region the customer's region, or null for the whole network
   * @param day epoch day
   */
  double of(String region, int day, Measure measure);

  /**
   * The spend a month from which on a customer belongs to the top of the region, minor units;
   * {@link Long#MAX_VALUE} where that is not known.
   *
   * @param region the customer's region, or null
   * @param day the judged day, epoch day
   */
  default long topArpu(String region, int day) {
    return Long.MAX_VALUE;
  }

  /** Of a person who is not known to have left. */
  int STILL_HERE = Integer.MIN_VALUE;

  /**
   * When a person left who was a customer too, epoch day, for some weeks; else {@link #STILL_HERE}.
   *
   * @param person as {@link History#person} names them
   */
  default int leftOn(long person) {
    return STILL_HERE;
  }

  /**
   * The index of one region as it is now.
   *
   * @param region the customer's region, or null for the whole network
   */
  default RegionIndex in(String region) {
    return (day, measure) -> of(region, day, measure);
  }
}
