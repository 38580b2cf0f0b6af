package dev.ebb.bench;

import dev.ebb.config.Settings;
import java.time.Duration;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Flink's own sliding windows: each event is added to 28 of them. */
final class SlidingWindowsJob implements FlinkContender {
  private static final String NAME = "Windows of 28 days by a day";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SIZE = Duration.ofDays(Fallen.BASELINE_DAYS);
  private static final Duration TO_LOCAL_MIDNIGHT = Duration.ofHours(-8);

  @Override
  public String build(StreamExecutionEnvironment env, Settings settings) {
    Use.read(env, settings)
        .keyBy(use -> use.customer, Types.STRING)
        .window(SlidingEventTimeWindows.of(SIZE, DAY, TO_LOCAL_MIDNIGHT))
        .aggregate(
            new Sum(),
            new Total(),
            Types.LONG,
            Types.LONG,
            Types.TUPLE(Types.STRING, Types.LONG, Types.LONG))
        .name(NAME)
        .keyBy(total -> total.f0, Types.STRING)
        .process(new Falls())
        .returns(Types.STRING)
        .sinkTo(Fallen.sink(settings, Contender.SLIDING_WINDOWS));
    return NAME;
  }

  private static final class Sum implements AggregateFunction<Use, Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(Use use, Long sum) {
      return sum + use.outgoingSeconds;
    }

    @Override
    public Long getResult(Long sum) {
      return sum;
    }

    @Override
    public Long merge(Long one, Long other) {
      return one + other;
    }
  }

  /** The customer, the window's end and its sum. */
  private static final class Total
      extends ProcessWindowFunction<Long, Tuple3<String, Long, Long>, String, TimeWindow> {
    private static final long serialVersionUID = 1L;

    @Override
    public void process(
        String customer,
        Context context,
        Iterable<Long> sums,
        Collector<Tuple3<String, Long, Long>> out) {
      out.collect(Tuple3.of(customer, context.window().getEnd(), sums.iterator().next()));
    }
  }

  /** Holds each window against the one that ended where it began. */
  private static final class Falls
      extends KeyedProcessFunction<String, Tuple3<String, Long, Long>, String> {
    private static final long serialVersionUID = 1L;

    private transient MapState<Long, Long> totals;

    @Override
    public void open(OpenContext context) {
      totals =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("totals", Types.LONG, Types.LONG));
    }

    @Override
    public void processElement(
        Tuple3<String, Long, Long> total, Context context, Collector<String> out) throws Exception {
      totals.put(total.f1, total.f2);
      Long before = totals.get(total.f1 - SIZE.toMillis());
      if (before != null) {
        totals.remove(total.f1 - SIZE.toMillis());
        long enough = Fallen.LEAST_SECONDS_A_WEEK * Fallen.BASELINE_DAYS / Fallen.WINDOW_DAYS;
        if (before >= enough && 2 * total.f2 <= before) {
          out.collect(total.f0);
        }
      }
    }
  }
}
