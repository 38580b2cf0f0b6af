package dev.ebb.job;

import dev.ebb.codec.Decoded;
import java.io.Serial;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/** How the feeds move event time. A rejected record never does. */
public final class FeedWatermarks {

  private FeedWatermarks() {}

  /**
   * Time as told by usage and spend.
   *
   * @param maxDisorder how far behind the newest event another may come
   * @param idleAfter a partition that is quiet for this long no longer holds the others back
   * @param step while catching up, a watermark is sent at least each time event time has moved so
   *     far, however many records come between two periodic ones
   */
  public static WatermarkStrategy<Decoded> driving(
      Duration maxDisorder, Duration idleAfter, Duration step) {
    return new EventTime(maxDisorder.toMillis(), step.toMillis(), idleAfter);
  }

  /** Time as told by sorted files, which are never idle. */
  public static WatermarkStrategy<Decoded> sorted(Duration step) {
    return new EventTime(0, step.toMillis(), null);
  }

  /** Feeds that neither push time nor hold it back: always idle. */
  public static WatermarkStrategy<Decoded> silent() {
    return new Silent();
  }

  /** The same for records that are of no time. */
  public static <T> WatermarkStrategy<T> timeless() {
    return WatermarkStrategy.forGenerator(context -> new IdleGenerator<>());
  }

  /** {@code idleAfter} null: never. */
  private record EventTime(long maxDisorderMillis, long stepMillis, Duration idleAfter)
      implements WatermarkStrategy<Decoded> {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public WatermarkGenerator<Decoded> createWatermarkGenerator(
        WatermarkGeneratorSupplier.Context context) {
      WatermarkGenerator<Decoded> stepped = new SteppedGenerator(maxDisorderMillis, stepMillis);
      return new Telling(
          idleAfter == null
              ? stepped
              : new WatermarksWithIdleness<>(stepped, idleAfter, context.getInputActivityClock()));
    }

    @Override
    public TimestampAssigner<Decoded> createTimestampAssigner(
        TimestampAssignerSupplier.Context context) {
      return FeedWatermarks::timestamp;
    }
  }

  private record Silent() implements WatermarkStrategy<Decoded> {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public WatermarkGenerator<Decoded> createWatermarkGenerator(
        WatermarkGeneratorSupplier.Context context) {
      return new IdleGenerator<>();
    }

    @Override
    public TimestampAssigner<Decoded> createTimestampAssigner(
        TimestampAssignerSupplier.Context context) {
      return FeedWatermarks::timestamp;
    }
  }

  private static long timestamp(Decoded decoded, long recordTimestamp) {
    return decoded.event() == null ? recordTimestamp : decoded.event().at();
  }

  /**
   * Shows the generator only what tells time, so that a partition of nothing but broken records
   * becomes idle like an empty one.
   */
  private record Telling(WatermarkGenerator<Decoded> generator)
      implements WatermarkGenerator<Decoded> {

    @Override
    public void onEvent(Decoded decoded, long timestamp, WatermarkOutput output) {
      if (decoded.event() != null && decoded.event().kind().feed().drivesTime()) {
        generator.onEvent(decoded, timestamp, output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      generator.onPeriodicEmit(output);
    }
  }

  private static final class SteppedGenerator implements WatermarkGenerator<Decoded> {
    private final long maxDisorderMillis;
    private final long stepMillis;
    private long newest = Long.MIN_VALUE;
    private long lastSent = Long.MIN_VALUE;

    SteppedGenerator(long maxDisorderMillis, long stepMillis) {
      this.maxDisorderMillis = maxDisorderMillis;
      this.stepMillis = stepMillis;
    }

    @Override
    public void onEvent(Decoded decoded, long timestamp, WatermarkOutput output) {
      if (timestamp <= newest) {
        return;
      }
      newest = timestamp;
      if (lastSent == Long.MIN_VALUE || newest - maxDisorderMillis - 1 - lastSent >= stepMillis) {
        send(output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (newest != Long.MIN_VALUE) {
        send(output);
      }
    }

    private void send(WatermarkOutput output) {
      lastSent = newest - maxDisorderMillis - 1;
      output.emitWatermark(new Watermark(lastSent));
    }
  }

  private static final class IdleGenerator<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
      output.markIdle();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.markIdle();
    }
  }
}
