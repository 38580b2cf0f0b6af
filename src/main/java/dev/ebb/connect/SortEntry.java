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
  private static final Comparator<SortEntry> ORDER =
      Comparator.comparingLong(SortEntry::time)
          .thenComparingInt(SortEntry::file)
          .thenComparingLong(SortEntry::line);

  /** Each weighs one. */
  static final SortRuns.Form<SortEntry> FORM = new Form();

  private static final class Form implements SortRuns.Form<SortEntry> {
    @Override
    public Comparator<SortEntry> order() {
      return ORDER;
    }

    @Override
    public long weight(SortEntry entry) {
      return 1;
    }

    @Override
    public void write(SortEntry entry, DataOutput out) throws IOException {
      out.writeLong(entry.time);
      out.writeInt(entry.file);
      out.writeLong(entry.line);
      EventFormat.write(entry.decoded, out);
    }

    @Override
    public SortEntry read(DataInput in) throws IOException {
      long time = in.readLong();
      int file = in.readInt();
      long line = in.readLong();
      return new SortEntry(time, file, line, EventFormat.readDecoded(in));
    }
  }
}
