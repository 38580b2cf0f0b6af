package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Reads its sorted files merged by time. */
final class SortedSourceReader implements SourceReader<Decoded, SortedSplit> {
  private final List<Open> open = new ArrayList<>();
  private boolean hasAll;
  private CompletableFuture<Void> available = new CompletableFuture<>();

  private static final class Open {
    final SortedSplit split;
    final SortedFileReader file;
    SourceOutput<Decoded> output;

    Open(SortedSplit split) throws IOException {
      this.split = split;
      this.file = new SortedFileReader(Path.of(split.path()), split.position());
    }
  }

  @Override
  public void start() {}

  @Override
  public InputStatus pollNext(ReaderOutput<Decoded> output) throws IOException {
    Open next = earliest(output);
    if (next != null) {
      if (next.output == null) {
        next.output = output.createOutputForSplit(next.split.splitId());
      }
      long time = next.file.time();
      next.output.collect(next.file.next(), time);
      return InputStatus.MORE_AVAILABLE;
    }
    if (hasAll) {
      return InputStatus.END_OF_INPUT;
    }
    available = available.isDone() ? new CompletableFuture<>() : available;
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<SortedSplit> snapshotState(long checkpoint) {
    return open.stream()
        .map(o -> new SortedSplit(o.split.index(), o.split.path(), o.file.position()))
        .toList();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return open.isEmpty() && !hasAll ? available : CompletableFuture.completedFuture(null);
  }

  @Override
  public void addSplits(List<SortedSplit> splits) {
    try {
      for (SortedSplit split : splits) {
        open.add(new Open(split));
      }
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    hasAll = true;
    available.complete(null);
  }

  @Override
  public void close() throws IOException {
    for (Open file : open) {
      file.file.close();
    }
  }

  private Open earliest(ReaderOutput<Decoded> output) throws IOException {
    Open earliest = null;
    for (int i = open.size() - 1; i >= 0; i--) {
      Open candidate = open.get(i);
      if (!candidate.file.hasNext()) {
        candidate.file.close();
        output.releaseOutputForSplit(candidate.split.splitId());
        open.remove(i);
      } else if (earliest == null || candidate.file.time() <= earliest.file.time()) {
        earliest = candidate;
      }
    }
    return earliest;
  }
}
