package dev.ebb.bench;

import dev.ebb.config.Settings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Kafka and JSON alone. */
final class ParseJob implements FlinkContender {
  @Override
  public String build(StreamExecutionEnvironment env, Settings settings) {
    Use.read(env, settings).sinkTo(new DiscardingSink<>());
    return Use.DECODED;
  }
}
