package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.EventFormat;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes a file of records sorted by time.
 *
 * <pre>
 * magic (4) | file version (1) | event format version (1)
 * blocks: length (4) | CRC-32C (4) | records: time (8), event or rejected record
 * end: 0 (4) | number of records (8)
 * </pre>
 */
final class SortedFileWriter implements Closeable {
  static final int MAGIC = 0x45424253;
  static final int VERSION = 1;
  static final int HEADER_BYTES = 6;
  private static final int BLOCK_BYTES = 1 << 16;

  private final DataOutputStream out;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream(2 * BLOCK_BYTES);
  private final DataOutputStream records = new DataOutputStream(block);
  private long count;

  SortedFileWriter(Path file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    out.writeInt(MAGIC);
    out.writeByte(VERSION);
    out.writeByte(EventFormat.VERSION);
  }

  void write(long time, Decoded decoded) throws IOException {
    records.writeLong(time);
    EventFormat.write(decoded, records);
    count++;
    if (block.size() >= BLOCK_BYTES) {
      flushBlock();
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flushBlock();
      out.writeInt(0);
      out.writeLong(count);
    }
  }

  private void flushBlock() throws IOException {
    if (block.size() == 0) {
      return;
    }
    byte[] bytes = block.toByteArray();
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    out.writeInt(bytes.length);
    out.writeInt((int) crc.getValue());
    out.write(bytes);
    block.reset();
  }
}
