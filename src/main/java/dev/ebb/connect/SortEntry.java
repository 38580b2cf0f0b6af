package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.EventFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/**
 * A record on its way through the sort: by time, then file, then line.
 *
 * @param time event time, epoch milliseconds; for a rejected record that of the line before it
 * @param file index of the file
 */
record SortEntry(long time, int file, long line, Decoded decoded) {
  static final Comparator<SortEntry> ORDER =
      Comparator.comparingLong(SortEntry::time)
          .thenComparingInt(SortEntry::file)
          .thenComparingLong(SortEntry::line);

  void write(DataOutput out) throws IOException {
    out.writeLong(time);
    out.writeInt(file);
    out.writeLong(line);
    EventFormat.write(decoded, out);
  }

  static SortEntry read(DataInput in) throws IOException {
    long time = in.readLong();
    int file = in.readInt();
    long line = in.readLong();
    return new SortEntry(time, file, line, EventFormat.readDecoded(in));
  }
}
