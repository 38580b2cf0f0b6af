package dev.ebb.codec;

import dev.ebb.codec.RecordDecoder.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A record's untouched bytes and where it lay, packed for an event that may yet be rejected.
 *
 * @param key may be null
 * @param value may be null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are passed on untouched
public record RawRecord(Place place, byte[] key, byte[] value) {

  /** About what a place takes, so that packing need not copy twice. */
  private static final int PLACE_BYTES = 64;

  /** As one array, for {@link dev.ebb.event.Event#raw}. */
  public byte[] pack() {
    int content = (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content + PLACE_BYTES);
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      Packed.writeText(out, place.source());
      Packed.writeSigned(out, place.partition());
      Packed.writeSigned(out, place.offset());
      Packed.writeBytes(out, key);
      Packed.writeBytes(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #pack} wrote. */
  public static RawRecord unpack(byte[] packed) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
    try {
      Place place =
          new Place(
              Packed.readText(in), Math.toIntExact(Packed.readSigned(in)), Packed.readSigned(in));
      return new RawRecord(place, Packed.readBytes(in), Packed.readBytes(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
