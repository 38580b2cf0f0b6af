package dev.ebb.job;

import dev.ebb.ledger.IndexBuilder;
import dev.ebb.ledger.IndexEntry;
import dev.ebb.ledger.Ledger;
import dev.ebb.ledger.Measure;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Compares each region's day with what is usual and tells Watch before the day is judged. A day on
 * which nothing at all arrives is compared too: that is what an outage looks like.
 */
final class BaseIndexFunction extends KeyedProcessFunction<String, RegionUse, Control> {
  private static final long serialVersionUID = 1L;

  /** After so many days without any use a region is left alone until there is use again. */
  private static final int QUIET_DAYS = 35;

  private final JobPlan plan;
  private transient Ledger ledger;
  private transient DownRegions downRegions;
  private transient ValueState<byte[]> builder;
  private transient ValueState<Integer> due;
  private transient ValueState<Integer> newest;

  BaseIndexFunction(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    ledger = new Ledger(plan.ledger());
    downRegions = new DownRegions();
    downRegions.gaugeIn(new Tally(getRuntimeContext()).group());
    builder = getRuntimeContext().getState(FlinkBook.packed("index"));
    due = getRuntimeContext().getState(new ValueStateDescriptor<>("due", Types.INT));
    newest = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Types.INT));
  }

  @Override
  public void processElement(RegionUse use, Context context, Collector<Control> out)
      throws Exception {
    IndexBuilder index = builder(use.region());
    for (Measure measure : Measure.values()) {
      index.add(use.day(), measure, use.amounts()[measure.ordinal()]);
    }
    index.addCustomers(use.day(), use.customers());
    builder.update(index.pack());
    newest.update(newest.value() == null ? use.day() : Math.max(newest.value(), use.day()));
    if (due.value() == null) {
      arm(use.day(), context.timerService());
    }
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<Control> out)
      throws Exception {
    int day = due.value();
    IndexBuilder index = builder(context.getCurrentKey());
    IndexEntry entry = index.close(day);
    builder.update(index.pack());
    downRegions.closed(context.getCurrentKey(), entry);
    if (entry != null) {
      out.collect(Control.of(entry));
    }
    if (day + 1 - newest.value() <= QUIET_DAYS) {
      arm(day + 1, context.timerService());
    } else {
      due.clear();
    }
  }

  private void arm(int day, TimerService timers) throws Exception {
    due.update(day);
    timers.registerEventTimeTimer(ledger.indexDueAt(day));
  }

  private IndexBuilder builder(String region) throws Exception {
    String name = region.equals(RegionUse.NETWORK) ? null : region;
    byte[] packed = builder.value();
    return packed == null
        ? new IndexBuilder(name, plan.indexMinCustomers())
        : IndexBuilder.unpack(name, plan.indexMinCustomers(), packed);
  }
}
