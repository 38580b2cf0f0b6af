package dev.ebb.connect;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes each element as a line of one local file, for bounded runs in one process. Lines are
 * sorted, so that equal runs write equal files however their tasks take turns; the file is written
 * at the end of the input. Run it with parallelism 1.
 *
 * @param <T> what is written
 */
public final class LinesSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  /** Of each file held in memory at once. */
  private static final long MOST_BYTES = 16 << 20;

  private final String file;
  private final String header;
  private final Line<T> place;
  private final Line<T> line;

  /** How an element is written on a line. */
  @FunctionalInterface
  public interface Line<T> extends java.io.Serializable {
    String of(T element);
  }

  /**
   * @param header first line, or null for none
   * @param place by which lines are sorted, character by character; those of one place stay as they
   *     came
   */
  public LinesSink(Path file, String header, Line<T> place, Line<T> line) {
    this.file = file.toString();
    this.header = header;
    this.place = place;
    this.line = line;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer();
  }

  private final class Writer implements SinkWriter<T> {
    private final SortRuns<PlacedLine> runs =
        new SortRuns<>(Path.of(file), PlacedLine.FORM, MOST_BYTES);
    private long count;

    @Override
    public void write(T element, Context context) throws IOException {
      runs.add(new PlacedLine(place.of(element), count++, line.of(element)));
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (!endOfInput) {
        return;
      }
      try (BufferedWriter out = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
        if (header != null) {
          out.write(header + "\n");
        }
        runs.merge(sorted -> out.write(sorted.text() + "\n"));
      }
    }

    @Override
    public void close() throws IOException {
      runs.close();
    }
  }
}
