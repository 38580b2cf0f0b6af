package dev.ebb.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the file with number i to reader i modulo the number of readers. */
final class SortedEnumerator implements SplitEnumerator<SortedSplit, List<SortedSplit>> {
  private final SplitEnumeratorContext<SortedSplit> context;
  private final List<SortedSplit> unassigned;
  private final Map<Integer, List<SortedSplit>> waiting = new HashMap<>();

  SortedEnumerator(SplitEnumeratorContext<SortedSplit> context, List<SortedSplit> unassigned) {
    this.context = context;
    this.unassigned = unassigned;
  }

  @Override
  public void start() {
    for (SortedSplit split : unassigned) {
      addSplitsBack(List.of(split), split.index() % context.currentParallelism());
    }
  }

  @Override
  public void addReader(int reader) {
    List<SortedSplit> mine = waiting.remove(reader);
    if (mine != null) {
      mine.forEach(split -> context.assignSplit(split, reader));
    }
    context.signalNoMoreSplits(reader);
  }

  /** A split goes back to the reader that had it, whose number may not be the split's own. */
  @Override
  public void addSplitsBack(List<SortedSplit> splits, int reader) {
    waiting.computeIfAbsent(reader, r -> new ArrayList<>()).addAll(splits);
  }

  @Override
  public void handleSplitRequest(int reader, String host) {
    // Splits are given out when a reader registers.
  }

  @Override
  public List<SortedSplit> snapshotState(long checkpoint) {
    return waiting.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public void close() {}
}
