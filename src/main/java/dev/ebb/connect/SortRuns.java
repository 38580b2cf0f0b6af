package dev.ebb.connect;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts more records than fit in memory: sorted runs are spilled to a folder and then merged. */
final class SortRuns implements Closeable {
  private final Path folder;
  private final int most;
  private final List<Path> runs = new ArrayList<>();
  private List<SortEntry> current = new ArrayList<>();

  /** Receives the entries in order. */
  interface Receiver {
    void accept(SortEntry entry) throws IOException;
  }

  /** {@code most}: records held in memory at once. */
  SortRuns(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  void add(SortEntry entry) throws IOException {
    current.add(entry);
    if (current.size() >= most) {
      spill();
    }
  }

  void merge(Receiver receiver) throws IOException {
    if (runs.isEmpty()) {
      current.sort(SortEntry.ORDER);
      for (SortEntry entry : current) {
        receiver.accept(entry);
      }
      return;
    }
    spill();
    PriorityQueue<Run> heads =
        new PriorityQueue<>(Comparator.comparing(Run::head, SortEntry.ORDER));
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
    current.sort(SortEntry.ORDER);
    Path file = folder.resolve("run-" + runs.size());
    runs.add(file);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (SortEntry entry : current) {
        out.writeBoolean(true);
        entry.write(out);
      }
      out.writeBoolean(false);
    }
    current = new ArrayList<>();
  }

  private static final class Run implements Closeable {
    private final DataInputStream in;
    private SortEntry head;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 15));
      advance();
    }

    SortEntry head() {
      return head;
    }

    boolean advance() throws IOException {
      boolean hasMore = in.readBoolean();
      head = hasMore ? SortEntry.read(in) : null;
      return hasMore;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
