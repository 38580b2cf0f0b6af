package dev.ebb.job;

import dev.ebb.ledger.Days;
import dev.ebb.ledger.Ledger;
import dev.ebb.ledger.TopArpu;
import dev.ebb.risk.ArpuHistogram;
import dev.ebb.risk.TopShare;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Finds where the top of each region's customers begins and tells Watch before the first day of the
 * next month is judged: by then every customer has closed the month.
 */
final class TopArpuFunction extends KeyedProcessFunction<String, RegionArpu, Control> {
  private static final long serialVersionUID = 1L;

  private final JobPlan plan;
  private transient Ledger ledger;
  private transient TopShare top;
  private transient MapState<Integer, byte[]> months;

  TopArpuFunction(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    ledger = new Ledger(plan.ledger());
    top = plan.watch().valuation().top();
    months =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "months", Types.INT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(RegionArpu part, Context context, Collector<Control> out)
      throws Exception {
    long due = dueAt(part.month());
    if (due <= context.timerService().currentWatermark()) {
      return;
    }
    byte[] packed = months.get(part.month());
    ArpuHistogram sum = packed == null ? new ArpuHistogram() : ArpuHistogram.unpack(packed);
    sum.add(part.arpu());
    months.put(part.month(), sum.pack());
    context.timerService().registerEventTimeTimer(due);
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<Control> out)
      throws Exception {
    List<Integer> over = new ArrayList<>();
    for (int month : months.keys()) {
      if (dueAt(month) <= instant) {
        over.add(month);
      }
    }
    for (int month : over) {
      tell(context.getCurrentKey(), month, ArpuHistogram.unpack(months.get(month)), out);
      months.remove(month);
    }
  }

  private void tell(String region, int month, ArpuHistogram arpu, Collector<Control> out) {
    if (top.countsAmong(arpu.customers())) {
      String name = region.equals(RegionUse.NETWORK) ? null : region;
      long from = arpu.topFrom(top.share());
      out.collect(Control.of(new TopArpu(name, month, arpu.customers(), from)));
    }
  }

  /** The index of the next month's first day is due after the last close of this one. */
  private long dueAt(int month) {
    return ledger.indexDueAt(Days.firstDayOfMonth(month + 1));
  }
}
