package dev.ebb.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Small numbers and texts in few bytes: seven bits a byte, lowest first; signed numbers in zigzag;
 * texts and bytes with their length before them, one longer than it is, so that 0 means null.
 */
@SuppressWarnings("EnumOrdinal") // the order of the stored enums is append only
final class Packed {
  private Packed() {}

  static void writeNumber(DataOutput out, long number) throws IOException {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  static long readNumber(DataInput in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.readByte();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IOException("number must end within 10 bytes");
  }

  static void writeSigned(DataOutput out, long number) throws IOException {
    writeNumber(out, (number << 1) ^ (number >> 63));
  }

  static long readSigned(DataInput in) throws IOException {
    long zigzag = readNumber(in);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  static int readInt(DataInput in) throws IOException {
    return Math.toIntExact(readNumber(in));
  }

  static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    if (bytes == null) {
      writeNumber(out, 0);
      return;
    }
    writeNumber(out, bytes.length + 1L);
    out.write(bytes);
  }

  static byte[] readBytes(DataInput in) throws IOException {
    long length = readNumber(in) - 1;
    if (length < 0) {
      return null;
    }
    if (length > 2L * Limits.RECORD_BYTES * Limits.ENTRIES) {
      throw new IOException("length " + length + " cannot be");
    }
    byte[] bytes = new byte[(int) length];
    in.readFully(bytes);
    return bytes;
  }

  static void writeText(DataOutput out, String text) throws IOException {
    writeBytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  static String readText(DataInput in) throws IOException {
    byte[] bytes = readBytes(in);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** An enum by its place; null is 0. */
  static void writeEnum(DataOutput out, Enum<?> value) throws IOException {
    writeNumber(out, value == null ? 0 : value.ordinal() + 1L);
  }

  static <E> E readEnum(DataInput in, E[] values) throws IOException {
    int place = readInt(in);
    if (place > values.length) {
      throw new IOException("place " + place + " is beyond the last, " + values.length);
    }
    return place == 0 ? null : values[place - 1];
  }
}
