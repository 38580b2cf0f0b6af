package dev.ebb.codec;

/** Fills a cleared draft from the bytes of one record. */
interface RecordReader {
  void read(byte[] value, RecordDecoder.Place place, EventDraft draft) throws Refusal;
}
