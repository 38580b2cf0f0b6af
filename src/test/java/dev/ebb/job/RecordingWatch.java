package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import org.apache.flink.util.Collector;

/** Watch's function, with every element, broadcast and timer firing written down. */
final class RecordingWatch extends WatchFunction {
  private static final long serialVersionUID = 1L;

  private final String run;

  RecordingWatch(JobPlan plan, String run) {
    super(plan);
    this.run = run;
  }

  @Override
  public void processElement(LedgerFact fact, ReadOnlyContext context, Collector<Dispatch> out)
      throws Exception {
    record(
        new Recording.WatchStep(
            Recording.pack(fact), null, fact.customerId(), 0, context.currentWatermark()));
    super.processElement(fact, context, out);
  }

  @Override
  public void processBroadcastElement(Control control, Context context, Collector<Dispatch> out)
      throws Exception {
    record(new Recording.WatchStep(null, control, null, 0, context.currentWatermark()));
    super.processBroadcastElement(control, context, out);
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<Dispatch> out)
      throws Exception {
    record(
        new Recording.WatchStep(
            null, null, context.getCurrentKey(), instant, context.currentWatermark()));
    super.onTimer(instant, context, out);
  }

  private void record(Recording.WatchStep step) {
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    Recording.of(run).watchStep(subtask, step);
  }
}
