package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Replays sorted files to their end; each task reads its share in order of time, a checkpoint keeps
 * the positions. The files must be visible to all task managers.
 */
public final class SortedFileSource implements Source<Decoded, SortedSplit, List<SortedSplit>> {
  private static final long serialVersionUID = 1L;

  private final String[] paths;

  public SortedFileSource(SortedFeeds feeds) {
    paths = feeds.files().stream().map(Path::toString).toArray(String[]::new);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Decoded, SortedSplit> createReader(SourceReaderContext context) {
    return new SortedSourceReader();
  }

  @Override
  public SplitEnumerator<SortedSplit, List<SortedSplit>> createEnumerator(
      SplitEnumeratorContext<SortedSplit> context) {
    List<SortedSplit> splits =
        IntStream.range(0, paths.length)
            .mapToObj(i -> new SortedSplit(i, paths[i], SortedSplit.Position.START))
            .toList();
    return new SortedEnumerator(context, splits);
  }

  @Override
  public SplitEnumerator<SortedSplit, List<SortedSplit>> restoreEnumerator(
      SplitEnumeratorContext<SortedSplit> context, List<SortedSplit> pending) {
    return new SortedEnumerator(context, pending);
  }

  @Override
  public SimpleVersionedSerializer<SortedSplit> getSplitSerializer() {
    return new SortedSplits.OfOne();
  }

  @Override
  public SimpleVersionedSerializer<List<SortedSplit>> getEnumeratorCheckpointSerializer() {
    return new SortedSplits.OfMany();
  }
}
