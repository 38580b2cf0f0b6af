package dev.ebb.bench;

import dev.ebb.config.Settings;
import dev.ebb.launch.KafkaPipeline;
import dev.ebb.launch.Rules;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as it is deployed. */
final class EbbJob implements FlinkContender {
  /** The names of its feeds, by which it counts. */
  static final List<String> FEEDS = List.of("usage", "spend", "customers", "care", "outcomes");

  /** How the name of the operator begins that judges closed days. */
  static final String JUDGE = "Watch";

  @Override
  public String build(StreamExecutionEnvironment env, Settings settings) {
    new KafkaPipeline(settings).build(env, Rules.of(settings));
    return "Ledger";
  }
}
