package dev.ebb.connect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A line of a file on its way through the sort: by place, then as it came.
 *
 * @param place by which lines are sorted, character by character
 * @param number of the line as it came
 */
record PlacedLine(String place, long number, String text) {

  /** Of what a line weighs besides its characters. */
  private static final int OBJECTS = 128;

  /** Weighs about a byte for one. */
  static final SortRuns.Form<PlacedLine> FORM = new Form();

  private static final class Form implements SortRuns.Form<PlacedLine> {
    @Override
    public Comparator<PlacedLine> order() {
      return Comparator.comparing(PlacedLine::place).thenComparingLong(PlacedLine::number);
    }

    @Override
    public long weight(PlacedLine line) {
      return OBJECTS + line.place.length() + line.text.length();
    }

    @Override
    public void write(PlacedLine line, DataOutput out) throws IOException {
      write(line.place, out);
      out.writeLong(line.number);
      write(line.text, out);
    }

    @Override
    public PlacedLine read(DataInput in) throws IOException {
      return new PlacedLine(readText(in), in.readLong(), readText(in));
    }

    private static void write(String text, DataOutput out) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    private static String readText(DataInput in) throws IOException {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
