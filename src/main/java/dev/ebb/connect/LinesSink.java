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
 * Writes each element as a line of one local file, for bounded runs in one process. Run it with
 * parallelism 1.
 *
 * @param <T> what is written
 */
public final class LinesSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String header;
  private final Line<T> line;

  /** How an element is written on a line. */
  @FunctionalInterface
  public interface Line<T> extends java.io.Serializable {
    String of(T element);
  }

  /**
   * @param header first line, or null for none
   */
  public LinesSink(Path file, String header, Line<T> line) {
    this.file = file.toString();
    this.header = header;
    this.line = line;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8);
    if (header != null) {
      out.write(header + "\n");
    }
    return new Writer<>(out, line);
  }

  private record Writer<T>(BufferedWriter out, Line<T> line) implements SinkWriter<T> {
    @Override
    public void write(T element, Context context) throws IOException {
      out.write(line.of(element));
      out.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
