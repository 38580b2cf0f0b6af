package dev.ebb.ledger;

/** The base index as one region has it at one moment: for those who ask for many days. */
@FunctionalInterface
public interface RegionIndex {

  /** The index of an epoch day, 1.0 for a usual one and where too little is known. */
  double of(int day, Measure measure);

  /** Whether the feed of this measure was down on that day. */
  default boolean isDown(int day, Measure measure) {
    return of(day, measure) < BaseIndex.DOWN;
  }

  /** The sum of the index over an inclusive range of days. */
  default double sum(int fromDay, int toDay, Measure measure) {
    double sum = 0;
    for (int day = fromDay; day <= toDay; day++) {
      sum += of(day, measure);
    }
    return sum;
  }
}
