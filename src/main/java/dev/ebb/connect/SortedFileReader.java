package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.EventFormat;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Reads what {@link SortedFileWriter} wrote, from the start or from a position in between. */
final class SortedFileReader implements Closeable {
  private final Path file;
  private final DataInputStream in;
  private ByteArrayInputStream block = new ByteArrayInputStream(new byte[0]);
  private DataInputStream records = new DataInputStream(block);
  private long blockStart = SortedFileWriter.HEADER_BYTES;
  private long nextBlock = SortedFileWriter.HEADER_BYTES;
  private int taken;
  private boolean ended;
  private long time;

  SortedFileReader(Path file) throws IOException {
    this(file, new SortedSplit.Position(SortedFileWriter.HEADER_BYTES, 0));
  }

  SortedFileReader(Path file, SortedSplit.Position from) throws IOException {
    this.file = file;
    this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    checkHeader();
    in.skipNBytes(from.block() - SortedFileWriter.HEADER_BYTES);
    nextBlock = from.block();
    while (taken < from.record() && hasNext()) {
      next();
    }
  }

  /** Steps to the next record; false at the end. Its time is then known. */
  boolean hasNext() throws IOException {
    if (ended) {
      return false;
    }
    if (block.available() == 0) {
      readBlock();
    }
    if (!ended) {
      block.mark(0);
      time = records.readLong();
      block.reset();
    }
    return !ended;
  }

  /** Event time of the record that {@link #hasNext} stepped to. */
  long time() {
    return time;
  }

  Decoded next() throws IOException {
    records.readLong();
    taken++;
    return EventFormat.readDecoded(records);
  }

  /** Where the next record lies. */
  SortedSplit.Position position() {
    return new SortedSplit.Position(blockStart, taken);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void checkHeader() throws IOException {
    if (in.readInt() != SortedFileWriter.MAGIC) {
      throw new IOException(file + " is not a sorted file");
    }
    int version = in.readByte();
    int eventVersion = in.readByte();
    if (version != SortedFileWriter.VERSION || eventVersion != EventFormat.VERSION) {
      throw new IOException(
          file + " is of version " + version + "." + eventVersion + ", which cannot be read");
    }
  }

  private void readBlock() throws IOException {
    try {
      int length = in.readInt();
      if (length == 0) {
        ended = true;
        return;
      }
      int expected = in.readInt();
      byte[] bytes = in.readNBytes(length);
      CRC32C crc = new CRC32C();
      crc.update(bytes);
      if (bytes.length != length || (int) crc.getValue() != expected) {
        throw new IOException(file + " is damaged in the block at byte " + nextBlock);
      }
      block = new ByteArrayInputStream(bytes);
      records = new DataInputStream(block);
      blockStart = nextBlock;
      nextBlock += 2L * Integer.BYTES + length;
      taken = 0;
    } catch (EOFException cutOff) {
      throw new IOException(file + " is cut off at byte " + nextBlock, cutOff);
    }
  }
}
