package dev.ebb.codec;

import dev.ebb.event.Event;
import dev.ebb.event.RejectReason;

/**
 * A record that was not counted, with its untouched bytes.
 *
 * @param message names the field, the bound and the value; carries no other content of the record
 * @param origin index of the feed binding it came from
 * @param source topic or file name
 * @param partition Kafka partition, -1 for files
 * @param offset Kafka offset, or the line number in a file
 * @param key may be null
 * @param value may be null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are passed on untouched
public record Rejected(
    RejectReason reason,
    String message,
    int origin,
    String source,
    int partition,
    long offset,
    byte[] key,
    byte[] value) {

  /** An event that the ledger cannot count, with the bytes it came from. */
  public static Rejected of(Event event, RejectReason reason, String message) {
    RawRecord raw = event.raw() == null ? UNKNOWN : RawRecord.unpack(event.raw());
    return new Rejected(
        reason,
        message,
        event.origin(),
        raw.place().source(),
        raw.place().partition(),
        raw.place().offset(),
        raw.key(),
        raw.value());
  }

  private static final RawRecord UNKNOWN =
      new RawRecord(new RecordDecoder.Place("", -1, -1), null, null);
}
