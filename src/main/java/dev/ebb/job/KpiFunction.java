package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.kpi.KpiJson;
import dev.ebb.kpi.SliceBook;
import dev.ebb.kpi.SliceDay;
import dev.ebb.ledger.Days;
import dev.ebb.retention.Slice;
import dev.ebb.risk.Cohorts;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Tells the key figures of each slice at a day's end, and again when late facts change them. */
final class KpiFunction extends KeyedProcessFunction<String, KpiPart, Compacted> {
  private static final long serialVersionUID = 1L;

  private final JobPlan plan;
  private transient Days days;
  private transient Cohorts cohorts;
  private transient KpiJson json;
  private transient ValueState<byte[]> books;

  KpiFunction(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    days = new Days(plan.ledger().zone());
    cohorts = plan.watch().valuation().cohorts();
    json = new KpiJson(cohorts);
    books = getRuntimeContext().getState(FlinkBook.packed("book"));
  }

  @Override
  public void processElement(KpiPart part, Context context, Collector<Compacted> out)
      throws Exception {
    if (part.day() > lastDay(part.slice())) {
      return;
    }
    byte[] packed = books.value();
    SliceBook book = packed == null ? new SliceBook() : SliceBook.unpack(packed);
    book.add(part.day(), part.counts());
    books.update(book.pack());
    TimerService timers = context.timerService();
    timers.registerEventTimeTimer(days.endOf(book.nextDay()));
    if (book.hasNews()) {
      timers.registerEventTimeTimer(timers.currentWatermark() + 1);
    }
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<Compacted> out)
      throws Exception {
    Slice slice = Slice.parse(context.getCurrentKey());
    SliceBook book = SliceBook.unpack(books.value());
    TimerService timers = context.timerService();
    int over = Math.min(lastOver(book, timers.currentWatermark()), lastDay(slice));
    for (SliceDay day : book.tell(over)) {
      out.collect(json.write(slice, day));
    }
    books.update(book.pack());
    boolean goesOn =
        timers.currentWatermark() != Long.MAX_VALUE && book.nextDay() <= lastDay(slice);
    if (goesOn && !book.isIdle()) {
      timers.registerEventTimeTimer(days.endOf(book.nextDay()));
    }
  }

  /** At the end of a bounded input the days it reached are over; that of a stream ends nothing. */
  private int lastOver(SliceBook book, long watermark) {
    if (watermark != Long.MAX_VALUE) {
      return days.dayOf(watermark) - 1;
    }
    return plan.boundedTo() == null
        ? book.nextDay() - 1
        : Math.max(book.lastDay(), plan.boundedTo() + 1);
  }

  /** What is said of a cohort's last day is said on the next. */
  private int lastDay(Slice slice) {
    return slice.isCohort() ? cohorts.lastDay(slice.cohort()) + 1 : Integer.MAX_VALUE;
  }
}
