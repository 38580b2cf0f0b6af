package dev.ebb.ledger;

/**
 * Where one customer's ledger is kept. Each method is one state access, so that the cost of an
 * event can be counted. Values are packed and carry their format's version in the first byte.
 */
public interface CustomerBook {

  /** The hot value: open tiles, last activity, newest ids, next close. Null for a new customer. */
  byte[] today();

  /** Replaces the hot value. */
  void today(byte[] packed);

  /** Whether the generation (0 or 1) of remembered ids has this fingerprint. */
  boolean hasSeen(int generation, long fingerprint);

  /** Appends fingerprints to a generation without reading it. */
  void remember(int generation, long[] fingerprints);

  /** Forgets a generation of ids. */
  void forgetGeneration(int generation);

  /** The cold value: closed tiles and months. Null for a new customer. */
  byte[] ring();

  /** Replaces the cold value. */
  void ring(byte[] packed);

  /** Arms the customer's single timer for an instant of event time, epoch milliseconds. */
  void wakeAt(long instant);

  /** Removes all state of this customer. */
  void clear();
}
