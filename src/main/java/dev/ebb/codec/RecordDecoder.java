package dev.ebb.codec;

/** Reads the records of one feed binding. Never throws and never returns null. */
public interface RecordDecoder {

  /** Where a record lies. {@code partition} is -1 for files, where {@code offset} is the line. */
  record Place(String source, int partition, long offset) {}

  /**
   * Reads one record.
   *
   * @param key may be null
   * @param value may be null: the erasure of the customer named by the key
   * @param timestamp the record's Kafka timestamp, epoch milliseconds; {@link Long#MIN_VALUE} for
   *     files
   */
  Decoded decode(byte[] key, byte[] value, long timestamp, Place place);
}
