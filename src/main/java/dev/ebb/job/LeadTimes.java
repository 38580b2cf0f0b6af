package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import dev.ebb.ledger.Days;
import dev.ebb.retention.AlertSpan;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.Figure;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Measures the time from alerts to exits behind the budget, where it is known which cases were let
 * out. An exit waits for the watermark, since alerts take the longer way.
 */
final class LeadTimes extends KeyedCoProcessFunction<String, Dispatch, Leaver, KpiFact> {
  private static final long serialVersionUID = 1L;

  /** No alert is longer on its way; a task's time may be this far ahead of another's. */
  private static final long ON_ITS_WAY_MILLIS = Duration.ofDays(1).toMillis();

  private final JobPlan plan;
  private transient Days days;
  private transient ValueState<Long> first;
  private transient ValueState<Long> last;
  private transient ListState<Leaver> waiting;

  /** Alerts up to this instant are about somebody erased; they may still be on their way. */
  private transient ValueState<Long> erasedAt;

  LeadTimes(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    days = new Days(plan.ledger().zone());
    first = getRuntimeContext().getState(new ValueStateDescriptor<>("first", Types.LONG));
    last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.LONG));
    erasedAt = getRuntimeContext().getState(new ValueStateDescriptor<>("erased", Types.LONG));
    waiting =
        getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", StreamTypes.LEAVER));
  }

  @Override
  public void processElement1(Dispatch dispatch, Context context, Collector<KpiFact> out)
      throws Exception {
    CaseMessage message = dispatch.message();
    boolean isOfErased = erasedAt.value() != null && message.at() <= erasedAt.value();
    if (message.isContactable() && message.reason() == null && !isOfErased) {
      AlertSpan span = AlertSpan.with(span(), message.at());
      forget(context.timerService());
      first.update(span.first());
      last.update(span.last());
      context.timerService().registerEventTimeTimer(span.endsAt() + 1);
    }
  }

  @Override
  public void processElement2(Leaver leaver, Context context, Collector<KpiFact> out)
      throws Exception {
    TimerService timers = context.timerService();
    long reached = timers.currentWatermark();
    if (leaver.isForgotten()) {
      for (Leaver gone : waiting.get()) {
        timers.deleteEventTimeTimer(gone.at());
      }
      waiting.clear();
      forget(timers);
      erasedAt.update(leaver.at());
      timers.registerEventTimeTimer(Math.max(leaver.at(), reached) + ON_ITS_WAY_MILLIS);
    } else {
      waiting.add(leaver);
      timers.registerEventTimeTimer(Math.max(leaver.at(), reached + 1));
    }
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<KpiFact> out)
      throws Exception {
    List<Leaver> later = new ArrayList<>();
    for (Leaver leaver : waiting.get()) {
      if (leaver.at() <= instant) {
        tell(leaver, out);
      } else {
        later.add(leaver);
      }
    }
    waiting.update(later);
    if (later.isEmpty() && last.value() != null && span().endsAt() < instant) {
      forget(context.timerService());
    }
    if (erasedAt.value() != null && erasedAt.value() + ON_ITS_WAY_MILLIS <= instant) {
      erasedAt.clear();
    }
  }

  private void tell(Leaver leaver, Collector<KpiFact> out) throws Exception {
    AlertSpan span = span();
    if (span == null || span.leadDays(leaver.goneAt()).isEmpty()) {
      return;
    }
    String name = Figure.lead(span.leadDays(leaver.goneAt()).getAsLong());
    for (Slice slice : leaver.slices()) {
      out.collect(new KpiFact(slice, days.dayOf(leaver.at()), name, 1));
    }
  }

  private AlertSpan span() throws Exception {
    return last.value() == null ? null : new AlertSpan(first.value(), last.value());
  }

  /** What waits for the same instant as the end of the span still needs its timer. */
  private void forget(TimerService timers) throws Exception {
    if (span() == null) {
      return;
    }
    timers.deleteEventTimeTimer(span().endsAt() + 1);
    for (Leaver leaver : waiting.get()) {
      timers.registerEventTimeTimer(leaver.at());
    }
    first.clear();
    last.clear();
  }
}
