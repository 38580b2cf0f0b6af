package dev.ebb.job;

import static dev.ebb.job.Samples.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.RejectReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class FeedWatermarksTest {
  private static final long NOON = 1_772_424_000_000L;
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final Duration DISORDER = Duration.ofMinutes(1);
  private static final Duration STEP = Duration.ofMinutes(10);

  private final ManualClock clock = new ManualClock();
  private final WatermarkGeneratorSupplier.Context context =
      new WatermarkGeneratorSupplier.Context() {
        @Override
        public MetricGroup getMetricGroup() {
          return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
          return clock;
        }
      };

  private final Recorder output = new Recorder();

  @Test
  void shouldStayBehindTheNewestEventByTheDisorder() {
    Feed feed = new Feed(FeedWatermarks.driving(DISORDER, Duration.ofHours(1), STEP));
    feed.take(usage(NOON + 5 * SECOND));
    feed.take(usage(NOON));
    feed.generator.onPeriodicEmit(output);
    assertThat(output.watermarks).last().isEqualTo(NOON + 5 * SECOND - MINUTE - 1);
  }

  @Test
  void shouldSendAWatermarkAtEachStepHoweverManyRecordsCome() {
    Feed feed = new Feed(FeedWatermarks.sorted(STEP));
    for (int minute = 0; minute <= 30; minute++) {
      feed.take(usage(NOON + minute * MINUTE));
    }
    assertThat(output.watermarks)
        .containsExactly(
            NOON - 1, NOON + 10 * MINUTE - 1, NOON + 20 * MINUTE - 1, NOON + 30 * MINUTE - 1);
  }

  @Test
  void shouldNotBeMovedByARejectedRecordOrAProfile() {
    Feed feed = new Feed(FeedWatermarks.driving(DISORDER, Duration.ofHours(1), STEP));
    feed.take(rejected());
    feed.take(Decoded.of(Event.erase(ANNA, NOON + 400 * MINUTE)));
    feed.generator.onPeriodicEmit(output);
    assertThat(output.watermarks).isEmpty();

    feed.take(usage(NOON));
    feed.take(rejected());
    feed.generator.onPeriodicEmit(output);
    assertThat(output.watermarks).last().isEqualTo(NOON - MINUTE - 1);
  }

  @Test
  void shouldBeIdleWhileNothingButBrokenRecordsCome() {
    Feed feed = new Feed(FeedWatermarks.driving(DISORDER, Duration.ofMinutes(5), STEP));
    feed.take(usage(NOON));
    feed.generator.onPeriodicEmit(output);
    assertThat(output.idle).isFalse();

    for (int minute = 0; minute < 10; minute++) {
      clock.advanceTime(Duration.ofMinutes(1));
      feed.take(rejected());
      feed.generator.onPeriodicEmit(output);
    }
    assertThat(output.idle).isTrue();

    feed.take(usage(NOON + MINUTE));
    feed.generator.onPeriodicEmit(output);
    assertThat(output.idle).isFalse();
  }

  @Test
  void shouldNeitherHoldNorPushTimeByASilentFeed() {
    Feed feed = new Feed(FeedWatermarks.silent());
    feed.generator.onPeriodicEmit(output);
    assertThat(output.idle).isTrue();
    feed.take(usage(NOON));
    feed.generator.onPeriodicEmit(output);
    assertThat(output.idle).isTrue();
    assertThat(output.watermarks).isEmpty();
  }

  private static Decoded usage(long at) {
    return Decoded.of(Event.of(EventKind.VOICE_OUT, ANNA, at, at, 60));
  }

  private static Decoded rejected() {
    return Decoded.of(new Rejected(RejectReason.NOT_JSON, "", 0, "ebb.usage", 0, 7, null, null));
  }

  /** A strategy as a source runs it; the broker's clock is far ahead of the events. */
  private final class Feed {
    final WatermarkGenerator<Decoded> generator;
    private final TimestampAssigner<Decoded> timestamps;

    Feed(WatermarkStrategy<Decoded> strategy) {
      generator = strategy.createWatermarkGenerator(context);
      timestamps = strategy.createTimestampAssigner(null);
    }

    void take(Decoded decoded) {
      long timestamp = timestamps.extractTimestamp(decoded, NOON + 9_999 * MINUTE);
      generator.onEvent(decoded, timestamp, output);
    }
  }

  private static final class Recorder implements WatermarkOutput {
    final List<Long> watermarks = new ArrayList<>();
    boolean idle;

    @Override
    public void emitWatermark(Watermark watermark) {
      idle = false;
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }
  }
}
