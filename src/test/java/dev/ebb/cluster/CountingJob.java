package dev.ebb.cluster;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The smallest job with keyed state between two topics: {@code word} comes out as {@code word=n}
 * when it is met for the n-th time. Shows that a cluster works, whatever Ebb's own job does.
 */
public final class CountingJob {

  private CountingJob() {}

  /** Arguments: bootstrap servers, source topic, sink topic. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    define(env, args[0], args[1], args[2]);
    env.execute("counting");
  }

  static void define(
      StreamExecutionEnvironment env, String bootstrapServers, String from, String to) {
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(from)
            .setGroupId(from)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();
    KafkaSink<String> sink =
        KafkaSink.<String>builder()
            .setBootstrapServers(bootstrapServers)
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setRecordSerializer(
                KafkaRecordSerializationSchema.<String>builder()
                    .setTopic(to)
                    .setValueSerializationSchema(new SimpleStringSchema())
                    .build())
            .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "Words")
        .uid("words")
        .keyBy(word -> word)
        .process(new Count())
        .uid("count")
        .name("Count")
        .sinkTo(sink)
        .uid("counts")
        .name("Counts");
  }

  private static final class Count extends KeyedProcessFunction<String, String, String> {

    private transient ValueState<Long> seen;
    private transient Counter words;

    @Override
    public void open(OpenContext context) {
      seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.LONG));
      words =
          getRuntimeContext()
              .getMetricGroup()
              .addGroup("ebb")
              .addGroup("feed", "words")
              .addGroup("kind", "word")
              .counter("events");
    }

    @Override
    public void processElement(String word, Context context, Collector<String> out)
        throws Exception {
      long n = seen.value() == null ? 1 : seen.value() + 1;
      seen.update(n);
      words.inc();
      out.collect(word + "=" + n);
    }
  }
}
