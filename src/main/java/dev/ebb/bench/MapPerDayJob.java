package dev.ebb.bench;

import dev.ebb.config.Settings;
import dev.ebb.ledger.Days;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** A process function with a map from days to sums, which it looks through at each event. */
final class MapPerDayJob implements FlinkContender {
  private static final String NAME = "Map per day";

  @Override
  public String build(StreamExecutionEnvironment env, Settings settings) {
    Use.read(env, settings)
        .keyBy(use -> use.customer, Types.STRING)
        .process(new Falls())
        .returns(Types.STRING)
        .name(NAME)
        .sinkTo(Fallen.sink(settings, Contender.MAP_PER_DAY));
    return NAME;
  }

  private static final class Falls extends KeyedProcessFunction<String, Use, String> {
    private static final long serialVersionUID = 1L;

    private transient Days days;

    /** By day: outgoing seconds, all amounts, own actions. */
    private transient MapState<Integer, Tuple3<Long, Long, Long>> sums;

    private transient ValueState<Boolean> told;

    @Override
    public void open(OpenContext context) {
      days = new Days(Traffic.ZONE);
      sums =
          getRuntimeContext()
              .getMapState(
                  new MapStateDescriptor<>(
                      "sums", Types.INT, Types.TUPLE(Types.LONG, Types.LONG, Types.LONG)));
      told = getRuntimeContext().getState(new ValueStateDescriptor<>("told", Types.BOOLEAN));
    }

    @Override
    public void processElement(Use use, Context context, Collector<String> out) throws Exception {
      int today = days.dayOf(use.at);
      Tuple3<Long, Long, Long> day = sums.get(today);
      day = day == null ? Tuple3.of(0L, 0L, 0L) : day;
      day.f0 += use.outgoingSeconds;
      day.f1 += use.amount;
      day.f2 += use.own ? 1 : 0;
      sums.put(today, day);
      if (use.own) {
        context.timerService().registerEventTimeTimer(silentFrom(today));
      }
      if (hasFallen(today)) {
        tell(context.getCurrentKey(), out);
      }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<String> out) throws Exception {
      for (Map.Entry<Integer, Tuple3<Long, Long, Long>> day : sums.entries()) {
        if (day.getValue().f2 > 0 && silentFrom(day.getKey()) > at) {
          return;
        }
      }
      tell(context.getCurrentKey(), out);
    }

    private boolean hasFallen(int today) throws Exception {
      long window = 0;
      long baseline = 0;
      boolean isWhole = false;
      Iterator<Map.Entry<Integer, Tuple3<Long, Long, Long>>> all = sums.iterator();
      while (all.hasNext()) {
        Map.Entry<Integer, Tuple3<Long, Long, Long>> day = all.next();
        int age = today - day.getKey();
        if (age > Fallen.ALL_DAYS) {
          all.remove();
        } else if (age > Fallen.WINDOW_DAYS) {
          baseline += day.getValue().f0;
          isWhole |= age == Fallen.ALL_DAYS;
        } else if (age > 0) {
          window += day.getValue().f0;
        }
      }
      return isWhole && Fallen.isFall(window, baseline);
    }

    private void tell(String customer, Collector<String> out) throws Exception {
      if (told.value() == null) {
        told.update(true);
        out.collect(customer);
      }
    }

    private long silentFrom(int day) {
      return days.startOf(day + Fallen.SILENT_DAYS + 1);
    }
  }
}
