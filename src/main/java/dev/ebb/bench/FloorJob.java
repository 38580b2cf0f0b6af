package dev.ebb.bench;

import dev.ebb.config.Settings;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** The cheapest possible step: a shuffle by customer and one small value, read and written. */
final class FloorJob implements FlinkContender {
  private static final String NAME = "Floor";

  @Override
  public String build(StreamExecutionEnvironment env, Settings settings) {
    Use.read(env, settings)
        .keyBy(use -> use.customer, Types.STRING)
        .process(new Touch())
        .returns(Types.LONG)
        .name(NAME)
        .sinkTo(new DiscardingSink<>());
    return NAME;
  }

  private static final class Touch extends KeyedProcessFunction<String, Use, Long> {
    private static final long serialVersionUID = 1L;
    private static final int BYTES = 64;

    private transient ValueState<byte[]> value;

    @Override
    public void open(OpenContext context) {
      value =
          getRuntimeContext()
              .getState(
                  new ValueStateDescriptor<>(
                      "value", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(Use use, Context context, Collector<Long> out) throws Exception {
      byte[] known = value.value();
      ByteBuffer sums = ByteBuffer.wrap(known == null ? new byte[BYTES] : known);
      sums.putLong(0, sums.getLong(0) + use.amount).putLong(8, use.at);
      value.update(sums.array());
    }
  }
}
