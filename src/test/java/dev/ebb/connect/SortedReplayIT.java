package dev.ebb.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.DecoderSettings;
import dev.ebb.codec.FeedBinding;
import dev.ebb.event.Feed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays sorted files in Flink, with as many tasks as files, fewer and more. */
class SortedReplayIT {
  private static final int EVENTS = 3_000;
  private static final long BASE = 1795255200000L;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shouldReplayEveryRecordOnceAndNoneLate(int parallelism) throws Exception {
    SortedFeeds sorted = sorted();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    env.getConfig().enableObjectReuse();
    List<String> replayed = new ArrayList<>();
    try (CloseableIterator<String> results =
        env.fromSource(
                new SortedFileSource(sorted),
                WatermarkStrategy.<Decoded>forMonotonousTimestamps()
                    .withTimestampAssigner((decoded, time) -> time),
                "Sorted files",
                TypeInformation.of(Decoded.class))
            .process(new Lateness(), Types.STRING)
            .executeAndCollect()) {
      results.forEachRemaining(replayed::add);
    }

    assertThat(replayed).hasSize(EVENTS).doesNotHaveDuplicates();
    assertThat(replayed).noneMatch(line -> line.endsWith("late"));
  }

  private static final class Lateness extends ProcessFunction<Decoded, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Decoded decoded, Context context, Collector<String> out) {
      boolean isLate = context.timestamp() <= context.timerService().currentWatermark();
      out.collect(decoded.event().amount() + (isLate ? " late" : " in time"));
    }
  }

  private SortedFeeds sorted() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < EVENTS; i++) {
      long at = BASE + i * 7_919L % EVENTS * 1_000;
      lines.append(
          """
          {"id":"%d","customerId":"c%d","at":%d,"kind":"data","amount":%d}
          """
              .formatted(i, i % 50, at, i));
    }
    FeedBinding binding =
        new FeedBinding(0, "usage", Feed.USAGE, null, DecoderSettings.defaults(ZoneOffset.UTC));
    FeedFile file = new FeedFile(binding, Files.writeString(folder.resolve("usage"), lines));
    return SortedFeeds.sort(
        List.of(file),
        new SortedFeeds.Settings(folder, 2, 500, Duration.ofDays(31), ZoneOffset.UTC),
        (count, share) -> {});
  }
}
