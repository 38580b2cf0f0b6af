package dev.ebb.launch;

import dev.ebb.config.RuntimeSettings;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink's environment as the settings say; what they leave open the cluster decides. */
public final class JobEnvironment {
  private JobEnvironment() {}

  /** The environment of the cluster that this process submits to, or a local one. */
  public static StreamExecutionEnvironment of(RuntimeSettings runtime) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(runtime));
    if (runtime.parallelism() > 0) {
      env.setParallelism(runtime.parallelism());
    }
    return env;
  }

  /** For bounded runs in one process, which start again from the beginning if need be. */
  public static Configuration withoutCheckpoints(RuntimeSettings runtime) {
    Configuration configuration = configuration(runtime);
    configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    return configuration;
  }

  /** How the job's pipeline is built, on whatever cluster. */
  public static Configuration tuning(RuntimeSettings runtime) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.MAX_PARALLELISM, runtime.maxParallelism());
    return configuration;
  }

  /** What the settings say of Flink. */
  public static Configuration configuration(RuntimeSettings runtime) {
    Configuration configuration = tuning(runtime);
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, runtime.checkpointInterval());
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, runtime.incremental());
    if (runtime.checkpointDir() != null) {
      configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, runtime.checkpointDir());
    }
    return configuration;
  }
}
