package dev.ebb.demo;

import dev.ebb.job.JobCounts;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.StageChange;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Watches a {@link DemoStage} and tells what happens on it, until it is time to stop. */
public final class Demo {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final double NANOS_PER_SECOND = 1e9;

  private final DemoStage stage;
  private final View view;
  private final LongSupplier nanoTime;
  private final LivePhase livePhase = new LivePhase();
  private final Latencies live = new Latencies();
  private final Latencies history = new Latencies();
  private JobCounts counts = JobCounts.NONE;
  private long tickedAt;

  /** Who looks on. */
  public interface View {
    /** A message on the alerts topic. */
    void alert(CaseMessage message);

    /** A customer has passed from one stage to another. */
    void stage(StageChange change);

    /** Once a second. */
    void tick(JobCounts counts, double eventsPerSecond);
  }

  public Demo(DemoStage stage, View view, LongSupplier nanoTime) {
    this.stage = stage;
    this.view = view;
    this.nanoTime = nanoTime;
  }

  /**
   * Goes on until the job has ended by itself or the time is over.
   *
   * @param isOver asked five times a second
   */
  public DemoSummary run(BooleanSupplier isOver) throws Exception {
    tickedAt = nanoTime.getAsLong();
    try (AlertReader alerts = stage.alerts();
        StageReader stages = stage.stages()) {
      while (!isOver.getAsBoolean() && !stage.hasEnded()) {
        alerts.poll(POLL, this::show);
        stages.poll(Duration.ZERO, view::stage);
        tick();
      }
      counts = stage.counts();
      while (alerts.poll(POLL, this::show) > 0) {
        tick();
      }
    }
    return new DemoSummary(counts, live.summary(), history.summary());
  }

  private void show(CaseMessage message, long causedAt, long latencyMillis) {
    (livePhase.covers(causedAt) ? live : history).add(latencyMillis);
    view.alert(message);
    stage.agents().accept(message);
  }

  private void tick() throws Exception {
    long now = nanoTime.getAsLong();
    if (now - tickedAt < TICK.toNanos()) {
      return;
    }
    JobCounts latest = stage.counts();
    livePhase.observe(latest, stage.historyRecords(), System.currentTimeMillis());
    double seconds = (now - tickedAt) / NANOS_PER_SECOND;
    view.tick(latest, (latest.events() - counts.events()) / seconds);
    counts = latest;
    tickedAt = now;
  }
}
