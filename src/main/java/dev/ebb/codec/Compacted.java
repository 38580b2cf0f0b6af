package dev.ebb.codec;

/**
 * A record of a compacted topic: the newest of a customer counts, of key figures that of a day and
 * slice.
 *
 * @param customerId the key
 * @param value JSON in UTF-8; null removes what was said of the customer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Compacted(String customerId, byte[] value) {

  /** Removes what was said of the customer. */
  public static Compacted removal(String customerId) {
    return new Compacted(customerId, null);
  }
}
