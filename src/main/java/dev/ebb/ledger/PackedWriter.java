package dev.ebb.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes values into few bytes: small numbers take one byte. Read back in the same order with
 * {@link PackedReader}.
 */
public final class PackedWriter {

  private static final int USUAL_BYTES = 96;

  private byte[] buffer;
  private int size;

  public PackedWriter() {
    this(USUAL_BYTES);
  }

  /** A writer of about so many bytes; it takes more as well. */
  PackedWriter(int bytes) {
    buffer = new byte[bytes];
  }

  /** One byte, of which the low eight bits are kept; also for a format's version. */
  public PackedWriter raw(int value) {
    ensure(1);
    buffer[size++] = (byte) value;
    return this;
  }

  /** A number that is seldom negative, one byte for each seven bits. */
  public PackedWriter varint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
    return this;
  }

  /** A number near zero of either sign, one byte for each seven bits. */
  public PackedWriter zigzag(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  /** A number whose bits are random, eight bytes. */
  public PackedWriter fixed(long value) {
    ensure(Long.BYTES);
    PackedReader.LONGS.set(buffer, size, value);
    size += Long.BYTES;
    return this;
  }

  /** A floating-point number, eight bytes. */
  public PackedWriter real(double value) {
    return fixed(Double.doubleToRawLongBits(value));
  }

  /** A truth value, one byte. */
  public PackedWriter bool(boolean value) {
    return raw(value ? 1 : 0);
  }

  /** A text with its length; may be null. */
  public PackedWriter string(String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes with their number; may be null. */
  public PackedWriter bytes(byte[] value) {
    if (value == null) {
      return varint(0);
    }
    varint(value.length + 1L);
    ensure(value.length);
    System.arraycopy(value, 0, buffer, size, value.length);
    size += value.length;
    return this;
  }

  /** Number of bytes written so far. */
  public int size() {
    return size;
  }

  /** Everything written so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(buffer, size);
  }

  private void ensure(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(size + more, 2 * buffer.length));
    }
  }
}
