package dev.ebb.ledger;

import java.io.Serializable;

/**
 * Where a watch list comes from. The list itself stays on the machines that need it.
 *
 * @param name what the list is called
 * @param version of the list, from 1
 * @param file on every machine that runs the job; null: the shipped example
 * @param sha256 of the file, 64 hexadecimal digits in lower case; null with the shipped example
 */
public record WatchListSource(String name, int version, String file, String sha256)
    implements Serializable {

  /** The shipped list, of numbers that no operator gives out. */
  public static final WatchListSource EXAMPLE = new WatchListSource("example", 1, null, null);

  public WatchListSource {
    if (version < 1) {
      throw new IllegalArgumentException("version must be at least 1 but was " + version);
    }
    if (file != null && (sha256 == null || !sha256.matches("[0-9a-f]{64}"))) {
      throw new IllegalArgumentException(
          "sha256 must be 64 hexadecimal digits of the file but was " + sha256);
    }
  }
}
