package dev.ebb.ledger;

import java.io.Serializable;

/**
 * How much a task keeps in its {@link Bundle}.
 *
 * @param held customers whose hot value is on the heap, about 1 KB each, 0 to 1,000,000; 0: nobody
 * @param unwritten how many of these values may be newer than the state, 0 to 30,000; a checkpoint
 *     waits until they are written, 2 to 4 us each
 */
public record BundleSettings(int held, int unwritten) implements Serializable {

  public static final int MOST_HELD = 1_000_000;
  public static final int MOST_UNWRITTEN = 30_000;

  /** Every event reads and writes the state. */
  public static final BundleSettings NONE = new BundleSettings(0, 0);

  /** The shipped values: 30 MB and at most 40 ms for each task. */
  public static final BundleSettings DEFAULT = new BundleSettings(30_000, 10_000);

  public BundleSettings {
    require("bundle.held", held, MOST_HELD);
    require("bundle.unwritten", unwritten, MOST_UNWRITTEN);
  }

  private static void require(String field, int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(field + " must be 0 to " + most + " but was " + value);
    }
  }
}
