package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.Limits;
import dev.ebb.codec.RecordDecoder;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;

/**
 * The records of a file, one a line. Of a line longer than a record may be, only the first part is
 * kept, enough for it to be rejected as too long.
 */
final class FeedLines implements Closeable {
  private static final int KEPT = Limits.RECORD_BYTES + 1;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String source;
  private final InputStream in;
  private final RecordDecoder decoder;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private long number;
  private long bytesRead;

  FeedLines(FeedFile file) throws IOException {
    this.source = file.path().getFileName().toString();
    this.in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
    if (file.binding().hasHeader()) {
      byte[] header = next();
      if (header == null) {
        throw new IllegalArgumentException(file.path() + " must start with a header but is empty");
      }
      this.decoder = file.binding().newDecoder(header);
    } else {
      this.decoder = file.binding().newDecoder();
    }
  }

  /** The next line without its end, or null after the last. */
  byte[] next() throws IOException {
    line.reset();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      bytesRead++;
      if (line.size() < KEPT) {
        line.write(c);
      }
    }
    bytesRead++;
    number++;
    byte[] bytes = line.toByteArray();
    int length = bytes.length;
    boolean hasReturn = length > 0 && length < KEPT && bytes[length - 1] == '\r';
    bytes = hasReturn ? Arrays.copyOf(bytes, length - 1) : bytes;
    return number == 1 ? withoutMark(bytes) : bytes;
  }

  Decoded decode(byte[] record) {
    RecordDecoder.Place place = new RecordDecoder.Place(source, -1, number);
    return decoder.decode(null, record, Long.MIN_VALUE, place);
  }

  String source() {
    return source;
  }

  /** The line last read, from 1. */
  long number() {
    return number;
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static byte[] withoutMark(byte[] bytes) {
    int mark = BYTE_ORDER_MARK.length;
    boolean hasMark =
        bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return hasMark ? Arrays.copyOfRange(bytes, mark, bytes.length) : bytes;
  }
}
