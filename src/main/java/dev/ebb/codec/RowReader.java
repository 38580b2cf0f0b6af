package dev.ebb.codec;

/** Cuts a record into the texts of the wanted columns; null where there is none. */
interface RowReader {
  void read(byte[] record, String[] row) throws Refusal;
}
