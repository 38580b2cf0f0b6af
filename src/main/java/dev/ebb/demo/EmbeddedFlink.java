package dev.ebb.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FlinkException;

/**
 * A Flink cluster in this process, on 127.0.0.1 only: one job manager with its web pages, one task
 * manager with RocksDB state and incremental checkpoints.
 */
public final class EmbeddedFlink implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int MAX_PORT = 65_535;

  /** A job's accumulators travel with the heartbeats; its metrics are fetched as often. */
  private static final Duration COUNTS_EVERY = Duration.ofSeconds(1);

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

  private final MiniCluster cluster;
  private final Configuration configuration;
  private final URI web;

  private EmbeddedFlink(MiniCluster cluster, Configuration configuration, URI web) {
    this.cluster = cluster;
    this.configuration = configuration;
    this.web = web;
  }

  /**
   * Starts a cluster.
   *
   * @param folder where state, checkpoints and savepoints are kept; made if it is new
   * @param port of the web pages, 0 to 65,535; 0 takes a free one
   * @param slots how many parallel instances of the job fit, 1 or more
   */
  public static EmbeddedFlink start(Path folder, int port, int slots) throws FlinkException {
    return start(folder, port, slots, new Configuration());
  }

  /** As {@link #start(Path, int, int)}, with more settings of Flink, which win. */
  public static EmbeddedFlink start(Path folder, int port, int slots, Configuration more)
      throws FlinkException {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "port must be within 0 to %d but was %d".formatted(MAX_PORT, port));
    }
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be at least 1 but was " + slots);
    }
    requireFree(port);
    Configuration configuration = settings(folder, port, slots);
    configuration.addAll(more);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setCommonBindAddress(HOST)
                .setNumSlotsPerTaskManager(slots)
                .build());
    try {
      cluster.start();
      return new EmbeddedFlink(cluster, configuration, cluster.getRestAddress().get());
    } catch (Exception e) {
      cluster.closeAsync();
      throw new FlinkException("Flink did not start with its web pages on port " + port, e);
    }
  }

  private static void requireFree(int port) throws FlinkException {
    if (port == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(HOST, port), 1);
    } catch (IOException e) {
      throw new FlinkException("port %d must be free, or 0 for any, but is taken".formatted(port));
    }
  }

  /** Where the web pages are. */
  public URI web() {
    return web;
  }

  /**
   * A new environment of this cluster: what it executes runs here, with RocksDB, checkpoints and
   * without Kryo. {@code executeAsync} gives the job's client.
   */
  public StreamExecutionEnvironment environment() {
    return new StreamExecutionEnvironment(clientSettings());
  }

  /** As {@link #environment()}; jobs resume from this savepoint or retained checkpoint. */
  public StreamExecutionEnvironment environmentFrom(String savepoint) {
    Configuration settings = clientSettings();
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    return new StreamExecutionEnvironment(settings);
  }

  /** Cancels what runs and stops the cluster; the folder stays. */
  @Override
  public void close() throws Exception {
    cluster.close();
  }

  private Configuration clientSettings() {
    Configuration settings = new Configuration(configuration);
    settings.set(DeploymentOptions.TARGET, "remote");
    settings.set(DeploymentOptions.ATTACHED, false);
    settings.set(RestOptions.ADDRESS, web.getHost());
    settings.set(RestOptions.PORT, web.getPort());
    return settings;
  }

  private static Configuration settings(Path folder, int port, int slots) {
    Configuration settings = new Configuration();
    settings.set(RestOptions.ADDRESS, HOST);
    settings.set(RestOptions.BIND_ADDRESS, HOST);
    settings.set(RestOptions.BIND_PORT, String.valueOf(port));
    settings.set(WebOptions.SUBMIT_ENABLE, false);
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, COUNTS_EVERY);
    settings.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, COUNTS_EVERY);
    settings.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
    settings.set(CoreOptions.DEFAULT_PARALLELISM, slots);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.DELETE_ON_CANCELLATION);
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    settings.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY, folder.resolve("savepoints").toUri().toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
    return settings;
  }
}
