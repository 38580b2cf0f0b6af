package dev.ebb.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link PackedWriter} wrote, in the same order. Null stays null. */
public final class PackedReader {

  /** Eight bytes, the lowest first. */
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] packed;
  private int position;

  public PackedReader(byte[] packed) {
    this.packed = packed;
  }

  /**
   * Reads the version byte of a format and refuses any other than the one expected.
   *
   * @param what the packed thing, for the message
   */
  public PackedReader version(String what, int expected) {
    version(what, expected, expected);
    return this;
  }

  /** Reads the version byte of a format that can be read since its oldest version. */
  int version(String what, int oldest, int newest) {
    int version = raw();
    if (version < oldest || version > newest) {
      String expected = oldest == newest ? "" + newest : oldest + " to " + newest;
      throw new IllegalStateException(
          "format version of " + what + " must be " + expected + " but was " + version);
    }
    return version;
  }

  /** One byte, 0 to 255. */
  public int raw() {
    require(1);
    return packed[position++] & 0xFF;
  }

  /** See {@link PackedWriter#varint}. */
  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = raw();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IllegalStateException("varint must end within 10 bytes but ran on at " + position);
  }

  /** A {@link #varint} that must fit into an int. */
  public int varintInt() {
    return Math.toIntExact(varint());
  }

  /** See {@link PackedWriter#zigzag}. */
  public long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A {@link #zigzag} that must fit into an int. */
  public int zigzagInt() {
    return Math.toIntExact(zigzag());
  }

  /** See {@link PackedWriter#fixed}. */
  public long fixed() {
    require(Long.BYTES);
    position += Long.BYTES;
    return (long) LONGS.get(packed, position - Long.BYTES);
  }

  /** See {@link PackedWriter#real}. */
  public double real() {
    return Double.longBitsToDouble(fixed());
  }

  /** See {@link PackedWriter#bool}. */
  public boolean bool() {
    return raw() != 0;
  }

  /** See {@link PackedWriter#string}. */
  public String string() {
    int length = varintInt() - 1;
    if (length < 0) {
      return null;
    }
    require(length);
    position += length;
    return new String(packed, position - length, length, StandardCharsets.UTF_8);
  }

  /** See {@link PackedWriter#bytes}. */
  public byte[] bytes() {
    int length = varintInt() - 1;
    if (length < 0) {
      return null;
    }
    require(length);
    position += length;
    return Arrays.copyOfRange(packed, position - length, position);
  }

  /** Whether anything is left to read. */
  public boolean hasMore() {
    return position < packed.length;
  }

  private void require(int more) {
    if (packed.length - position < more) {
      throw new IllegalStateException(
          "packed value must have " + more + " bytes at " + position + " but has " + packed.length);
    }
  }
}
