package dev.ebb.bench;

import dev.ebb.config.Settings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A contender that is a Flink job. */
interface FlinkContender {

  /**
   * Builds the job.
   *
   * @return how the name of the operator begins that sees each record once and last
   */
  String build(StreamExecutionEnvironment env, Settings settings) throws Exception;

  /** The contender's job. */
  static FlinkContender of(Contender contender) {
    return switch (contender) {
      case PARSE -> new ParseJob();
      case FLOOR -> new FloorJob();
      case EBB -> new EbbJob();
      case MAP_PER_DAY -> new MapPerDayJob();
      case SLIDING_WINDOWS -> new SlidingWindowsJob();
      case FLINK_SQL -> new SqlJob();
      case KAFKA_STREAMS -> throw new IllegalArgumentException("kafka-streams is no Flink job");
    };
  }
}
