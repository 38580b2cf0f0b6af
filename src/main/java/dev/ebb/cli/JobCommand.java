package dev.ebb.cli;

import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import dev.ebb.launch.JobEnvironment;
import dev.ebb.launch.KafkaCheck;
import dev.ebb.launch.KafkaPipeline;
import dev.ebb.launch.Rules;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ebb job}: the early-warning job on a given Kafka. */
@Command(
    name = "job",
    description =
        "Runs the early-warning job against a given Kafka until it is cancelled. "
            + "On a cluster submit target/ebb-job.jar with the same options instead.")
final class JobCommand implements Callable<Integer> {

  /** The job's name in Flink's web pages and metrics. */
  static final String NAME = "Ebb early warning";

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The settings, see config/ebb.yaml.")
  private Path config;

  private final boolean knocksFirst;

  JobCommand() {
    this(true);
  }

  /**
   * The command as it is, or as the entry point of the job's jar: who submits a job to a cluster
   * need not reach the cluster's Kafka.
   *
   * @param knocksFirst whether to look for Kafka and its topics before anything is started
   */
  JobCommand(boolean knocksFirst) {
    this.knocksFirst = knocksFirst;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = SettingsFile.load(config);
    RuleSet rules = Rules.of(settings);
    if (knocksFirst) {
      KafkaCheck.of(settings).run();
    }
    StreamExecutionEnvironment env = JobEnvironment.of(settings.runtime());
    new KafkaPipeline(settings).build(env, rules);
    env.execute(NAME);
    return 0;
  }
}
