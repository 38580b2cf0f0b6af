package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordLog;
import java.util.Currency;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/** Watch's function, with every element, broadcast and timer firing written down. */
final class RecordingWatch extends WatchFunction {
  private static final long serialVersionUID = 1L;

  private final String run;
  private final Memo memo;

  RecordingWatch(JobPlan plan, String run) {
    super(plan);
    this.run = run;
    this.memo = null;
  }

  RecordingWatch(JobPlan plan, Currency currency, RecordLog log, String run) {
    this(plan, currency, new Memo(log), run);
  }

  private RecordingWatch(JobPlan plan, Currency currency, Memo memo, String run) {
    super(plan, currency, memo);
    this.run = run;
    this.memo = memo;
  }

  /** Remembers what was read last. */
  private static final class Memo implements RecordLog {
    private static final long serialVersionUID = 1L;

    private final RecordLog log;
    private transient List<RawRecord> last;

    Memo(RecordLog log) {
      this.log = log;
    }

    @Override
    public List<RawRecord> read() {
      last = log.read();
      return last;
    }
  }

  @Override
  public void open(OpenContext context) {
    super.open(context);
    if (memo != null) {
      record(Recording.WatchStep.published(memo.last));
    }
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
