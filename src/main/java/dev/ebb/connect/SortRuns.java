package dev.ebb.connect;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts more entries than fit in memory: sorted runs are spilled to files and then merged.
 *
 * @param <T> an entry; no two may be equal in the form's order
 */
final class SortRuns<T> implements Closeable {
  private final Path prefix;
  private final Form<T> form;
  private final long most;
  private final List<Path> runs = new ArrayList<>();
  private List<T> current = new ArrayList<>();
  private long weight;

  /** How entries are compared, weighed and spilled. */
  interface Form<T> {
    Comparator<T> order();

    /** How much of the memory an entry takes, in a unit of the form's own. */
    long weight(T entry);

    void write(T entry, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
  }

  /** Receives the entries in order. */
  interface Receiver<T> {
    void accept(T entry) throws IOException;
  }

  /**
   * @param prefix of the runs' files
   * @param most weight held in memory at once
   */
  SortRuns(Path prefix, Form<T> form, long most) {
    this.prefix = prefix;
    this.form = form;
    this.most = most;
  }

  void add(T entry) throws IOException {
    current.add(entry);
    weight += form.weight(entry);
    if (weight >= most) {
      spill();
    }
  }

  void merge(Receiver<T> receiver) throws IOException {
    if (runs.isEmpty()) {
      current.sort(form.order());
      for (T entry : current) {
        receiver.accept(entry);
      }
      return;
    }
    spill();
    PriorityQueue<Run> heads = new PriorityQueue<>(Comparator.comparing(Run::head, form.order()));
    try {
      for (Path file : runs) {
        heads.add(new Run(file));
      }
      while (!heads.isEmpty()) {
        Run first = heads.poll();
        receiver.accept(first.head());
        if (first.advance()) {
          heads.add(first);
        } else {
          first.close();
        }
      }
    } finally {
      for (Run run : heads) {
        run.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  private void spill() throws IOException {
    if (current.isEmpty()) {
      return;
    }
    current.sort(form.order());
    Path file = Path.of(prefix + ".run-" + runs.size());
    runs.add(file);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (T entry : current) {
        out.writeBoolean(true);
        form.write(entry, out);
      }
      out.writeBoolean(false);
    }
    current = new ArrayList<>();
    weight = 0;
  }

  private final class Run implements Closeable {
    private final DataInputStream in;
    private T head;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 15));
      advance();
    }

    T head() {
      return head;
    }

    boolean advance() throws IOException {
      boolean hasMore = in.readBoolean();
      head = hasMore ? form.read(in) : null;
      return hasMore;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
