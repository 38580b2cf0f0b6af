package dev.ebb.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Decoded;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedFileSourceTest {
  @TempDir Path folder;
  private SortedFileSource source;
  private List<SortedSplit> splits;

  @BeforeEach
  void writeOddAndEvenTimes() throws IOException {
    List<Path> files = List.of(folder.resolve("0"), folder.resolve("1"));
    splits = new ArrayList<>();
    for (int file = 0; file < 2; file++) {
      try (SortedFileWriter out = new SortedFileWriter(files.get(file))) {
        for (int time = file; time < 10; time += 2) {
          out.write(time, Decoded.of(Event.of(EventKind.DATA, "c" + file, time, time + 1, 1)));
        }
      }
      splits.add(new SortedSplit(file, files.get(file).toString(), SortedSplit.Position.START));
    }
    source = new SortedFileSource(new SortedFeeds(files, List.of(5L, 5L), 0));
  }

  @Test
  void shouldMergeTheFilesOfOneReaderByTimeAndThenEnd() throws Exception {
    Output output = new Output();
    try (SortedSourceReader reader = new SortedSourceReader()) {
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
      assertThat(reader.isAvailable()).isNotDone();
      reader.addSplits(splits);
      assertThat(reader.isAvailable()).isDone();
      while (reader.pollNext(output) == InputStatus.MORE_AVAILABLE) {}
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
      reader.notifyNoMoreSplits();
      assertThat(reader.isAvailable()).isDone();
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.END_OF_INPUT);
    }
    assertThat(output.times).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(output.released).containsExactlyInAnyOrder("0", "1");
  }

  @Test
  void shouldReadOnWhereACheckpointWasTaken() throws Exception {
    Output output = new Output();
    List<SortedSplit> state;
    try (SortedSourceReader reader = new SortedSourceReader()) {
      reader.addSplits(splits);
      for (int i = 0; i < 5; i++) {
        reader.pollNext(output);
      }
      state = stored(reader.snapshotState(1));
    }
    try (SortedSourceReader reader = new SortedSourceReader()) {
      reader.addSplits(state);
      while (reader.pollNext(output) == InputStatus.MORE_AVAILABLE) {}
    }
    assertThat(output.times).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  private List<SortedSplit> stored(List<SortedSplit> state) throws IOException {
    SimpleVersionedSerializer<SortedSplit> one = source.getSplitSerializer();
    SimpleVersionedSerializer<List<SortedSplit>> many = source.getEnumeratorCheckpointSerializer();
    List<SortedSplit> back = new ArrayList<>();
    for (SortedSplit split : state) {
      back.add(one.deserialize(one.getVersion(), one.serialize(split)));
    }
    return many.deserialize(many.getVersion(), many.serialize(back));
  }

  private static final class Output implements ReaderOutput<Decoded> {
    final List<Long> times = new ArrayList<>();
    final List<String> released = new ArrayList<>();

    @Override
    public void collect(Decoded decoded) {
      throw new AssertionError("a record must carry its time");
    }

    @Override
    public void collect(Decoded decoded, long time) {
      assertThat(decoded.event().at()).isEqualTo(time);
      times.add(time);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Decoded> createOutputForSplit(String split) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {
      released.add(split);
    }
  }
}
