package dev.ebb.ledger;

/**
 * The base index of one region and day.
 *
 * @param region null for the whole network
 * @param day epoch day
 * @param customers known customers of the region on that day
 * @param index one value per {@link Measure}, by ordinal; 1.0 where too little is known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; flat, so that it can be broadcast
public record IndexEntry(String region, int day, long customers, double[] index) {

  public IndexEntry {
    if (index.length != Measure.COUNT) {
      throw new IllegalArgumentException(
          "index must have " + Measure.COUNT + " values but had " + index.length);
    }
  }

  /** The index of one measure. */
  public double of(Measure measure) {
    return index[measure.ordinal()];
  }
}
